import { MyTeams } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty, PanelNotice } from '@synchrony/ui';
import { useMyTeams } from '../../api';
import { TEAM_STATUS_WORDS } from '../../words';
import { FaultsNote } from '../catalog';
import { DirectoryTab } from '../DirectoryTab';
import { FindableNote } from '../FindableNote';
import { TeamsForbidden } from '../TeamsForbidden';
import { MembershipRows } from './MembershipRows';
import { MyNeeds } from './MyNeeds';
import styles from '../directory.module.css';

function ShareOfTime({ totalAllocationPct, limitPct }: MyTeams) {
  const text = `${totalAllocationPct} % of your time in all, of ${limitPct} % at most`;
  return totalAllocationPct > limitPct ? (
    <PanelNotice tone="warning">
      {text}. That is more than agreed: talk to the leads, or leave a team.
    </PanelNotice>
  ) : (
    <p className={styles.line}>{text}</p>
  );
}

function Mine(props: { mine: MyTeams; onChanged: () => void }) {
  const { mine, onChanged } = props;
  const waiting = mine.memberships.filter(
    ({ status }) => status === 'requested',
  );
  const teams = mine.memberships.filter(
    ({ status }) => status === 'active' || status === 'leaving',
  );
  return (
    <>
      <section className={styles.card} aria-labelledby="to-answer">
        <h2 id="to-answer">For you to answer</h2>
        {mine.toAnswer.length === 0 ? (
          <p className={styles.quiet}>
            No invitation or request waits for you.
          </p>
        ) : (
          <MembershipRows
            label="For you to answer"
            rows={mine.toAnswer}
            me={mine.userRef}
            onChanged={onChanged}
          />
        )}
      </section>
      {waiting.length > 0 && (
        <section className={styles.card} aria-labelledby="offers">
          <h2 id="offers">My offers</h2>
          <MembershipRows
            label="My offers"
            rows={waiting}
            me={mine.userRef}
            onChanged={onChanged}
          />
        </section>
      )}
      <section className={styles.card} aria-labelledby="my-teams">
        <h2 id="my-teams">My teams</h2>
        {teams.length === 0 ? (
          <PanelEmpty title="You are in no virtual team">
            Open roles say where help is needed.
          </PanelEmpty>
        ) : (
          <>
            <ShareOfTime {...mine} />
            <MembershipRows
              label="My teams"
              rows={teams}
              me={mine.userRef}
              aside={({ id }) => {
                const team = teams.find(each => each.id === id);
                return team && TEAM_STATUS_WORDS[team.teamStatus];
              }}
              onChanged={onChanged}
            />
          </>
        )}
      </section>
    </>
  );
}

/** What waits for the reader, their teams and their needs. */
export function MineTab() {
  const live = useMyTeams();
  return (
    <DirectoryTab>
      <div className={styles.columns}>
        <div className={styles.side}>
          <FaultsNote />
          <LivePanel
            live={live}
            subject="Your teams"
            height={360}
            cards={1}
            forbidden={<TeamsForbidden what="virtual teams" />}
          >
            {mine => <Mine mine={mine} onChanged={live.reload} />}
          </LivePanel>
        </div>
        <div className={styles.side}>
          <MyNeeds />
          <FindableNote />
        </div>
      </div>
    </DirectoryTab>
  );
}
