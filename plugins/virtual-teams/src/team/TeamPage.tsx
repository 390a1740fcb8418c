import {
  BgProvider,
  Container,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from '@backstage/ui';
import { Team } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel } from '@synchrony/ui';
import { useParams, useSearchParams } from 'react-router-dom';
import { useTeam } from '../api';
import { NoSuchTeam } from '../directory/NoSuchTeam';
import { TeamsForbidden } from '../directory/TeamsForbidden';
import { ClosingTab } from './closing';
import { EntitiesTab } from './entities';
import { TeamHead } from './head';
import { MembersTab } from './members';
import { OverviewTab } from './overview';
import { TimelineTab } from './timeline';
import styles from './team.module.css';

/** What every tab needs. */
export interface TeamTabProps {
  team: Team;
  /** Something changed: read the team again. */
  onChanged: () => void;
}

const TABS = [
  { id: 'overview', title: 'Overview', Content: OverviewTab },
  { id: 'members', title: 'Members', Content: MembersTab },
  { id: 'entities', title: 'Entities', Content: EntitiesTab },
  { id: 'timeline', title: 'Timeline', Content: TimelineTab },
  { id: 'closing', title: 'Closing', Content: ClosingTab },
];

function WholeTeam(props: TeamTabProps) {
  const { team } = props;
  const [address, setAddress] = useSearchParams();
  const ends = team.status === 'closing' || team.status === 'archived';
  const tabs = TABS.filter(({ id }) => id !== 'closing' || ends);
  const chosen = address.get('tab');
  const shown = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  return (
    <div className={styles.stack}>
      <TeamHead {...props} />
      <Tabs
        selectedKey={shown.id}
        onSelectionChange={key => setAddress({ tab: String(key) })}
      >
        <TabList aria-label="Parts of the team">
          {tabs.map(({ id, title }) => (
            <Tab key={id} id={id}>
              {title}
            </Tab>
          ))}
        </TabList>
        {tabs.map(({ Content, id }) => (
          <TabPanel key={id} id={id}>
            <div className={styles.panel}>
              <BgProvider bg="neutral-1">
                <Content {...props} />
              </BgProvider>
            </div>
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}

/** One virtual team: what it is for, who is in it, and what came of it. */
export function TeamPage() {
  const { name = '', namespace = '' } = useParams();
  const live = useTeam(`group:${namespace}/${name}`);
  return (
    <main>
      <Container>
        <LivePanel
          live={live}
          subject="Team"
          height={480}
          cards={4}
          forbidden={<TeamsForbidden what="virtual teams" />}
          notFound={<NoSuchTeam />}
        >
          {team => <WholeTeam team={team} onChanged={live.reload} />}
        </LivePanel>
      </Container>
    </main>
  );
}
