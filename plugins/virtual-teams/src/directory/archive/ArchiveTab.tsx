import { TeamsQuery } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty } from '@synchrony/ui';
import { useTeams } from '../../api';
import { DirectoryTab } from '../DirectoryTab';
import { ShowMore } from '../parts';
import { TeamsForbidden } from '../TeamsForbidden';
import { ArchivedTeam } from './ArchivedTeam';
import styles from '../directory.module.css';

const ARCHIVED: TeamsQuery = { status: ['archived'] };

/** Teams that delivered, what came of them and who took it over. */
export function ArchiveTab() {
  const live = useTeams(ARCHIVED);
  return (
    <DirectoryTab>
      <section className={styles.card} aria-labelledby="archive">
        <h2 id="archive">Archived teams</h2>
        <LivePanel
          live={live}
          subject="Archived teams"
          height={240}
          forbidden={<TeamsForbidden what="virtual teams" />}
        >
          {({ items, pageInfo, totalItems }) =>
            items.length === 0 ? (
              <PanelEmpty title="No team has been archived yet">
                A team is archived once its outcome is written down and somebody
                took over what it made.
              </PanelEmpty>
            ) : (
              <>
                <ul className={styles.rows} aria-label="Archived teams">
                  {items.map(team => (
                    <ArchivedTeam key={team.teamRef} team={team} />
                  ))}
                </ul>
                <ShowMore
                  shown={items.length}
                  total={totalItems}
                  noun="team"
                  hasMore={pageInfo.nextCursor !== undefined}
                  isLoading={live.isLoading}
                  onMore={live.showMore}
                />
              </>
            )
          }
        </LivePanel>
      </section>
    </DirectoryTab>
  );
}
