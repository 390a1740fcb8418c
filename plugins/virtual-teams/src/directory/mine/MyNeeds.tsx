import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { formatCount, LivePanel, useRequest } from '@synchrony/ui';
import { useOpenRoles, virtualTeamsApiRef } from '../../api';
import { ShowMore, TeamLink } from '../parts';
import { TeamsForbidden } from '../TeamsForbidden';
import styles from '../directory.module.css';

/** What the reader is looking for, alone or for a team that they lead. */
export function MyNeeds() {
  const api = useApi(virtualTeamsApiRef);
  const live = useOpenRoles({ mine: true });
  const { isBusy, problem, send } = useRequest();
  return (
    <section className={styles.card} aria-labelledby="my-needs">
      <h2 id="my-needs">My needs and open roles</h2>
      <LivePanel
        live={live}
        subject="My needs"
        height={120}
        forbidden={<TeamsForbidden what="open roles" />}
      >
        {({ items, pageInfo, totalItems }) =>
          items.length === 0 ? (
            <p className={styles.quiet}>You are not looking for anybody.</p>
          ) : (
            <>
              <ul className={styles.rows} aria-label="My needs">
                {items.map(role => (
                  <li key={role.id}>
                    <span>
                      <strong>{role.title}</strong>{' '}
                      {role.teamRef && role.teamTitle && (
                        <>
                          for{' '}
                          <TeamLink
                            teamRef={role.teamRef}
                            title={role.teamTitle}
                          />
                        </>
                      )}{' '}
                      <span className={styles.quiet}>
                        {formatCount(role.seatsLeft, 'seat')} left
                      </span>
                    </span>
                    <Button
                      size="small"
                      variant="tertiary"
                      isDisabled={isBusy}
                      aria-label={`Close ${role.title}`}
                      onPress={() =>
                        send(async () => {
                          await api.closeOpenRole(role.id);
                          live.reload();
                        })
                      }
                    >
                      Close
                    </Button>
                  </li>
                ))}
              </ul>
              <ShowMore
                shown={items.length}
                total={totalItems}
                noun="need"
                hasMore={pageInfo.nextCursor !== undefined}
                isLoading={live.isLoading}
                onMore={live.showMore}
              />
            </>
          )
        }
      </LivePanel>
      {problem && (
        <p className={styles.problem} role="alert">
          Not closed: {problem.message}
        </p>
      )}
    </section>
  );
}
