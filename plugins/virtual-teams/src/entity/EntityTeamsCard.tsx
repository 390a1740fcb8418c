import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { LivePanel, PanelEmpty, TextLink } from '@synchrony/ui';
import { TeamsForbidden } from '../directory/TeamsForbidden';
import { TeamBadge, TeamLink } from '../directory/parts';
import { useTeamPaths } from '../directory/useTeamPaths';
import { useEntityTeams } from './entityData';
import styles from './entity.module.css';

/** The virtual teams that work on the entity of the page. */
export function EntityTeamsCard() {
  const { entity } = useEntity();
  const live = useEntityTeams(stringifyEntityRef(entity));
  const paths = useTeamPaths();
  return (
    <EntityInfoCard title="Virtual teams working here">
      <LivePanel
        live={live}
        subject="Virtual teams"
        height={96}
        forbidden={<TeamsForbidden what="virtual teams" />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <PanelEmpty
              title="No virtual team works here"
              action={<TextLink href={paths.directory}>All teams</TextLink>}
            >
              A team names what it works on; it owns nothing of it.
            </PanelEmpty>
          ) : (
            <ul className={styles.list}>
              {items.map(team => (
                <li key={team.teamRef} className={styles.item}>
                  <div className={styles.row}>
                    <TeamLink teamRef={team.teamRef} title={team.title} />
                    <TeamBadge status={team.status} isStale={team.isStale} />
                  </div>
                  <p className={styles.quiet}>{team.outcome}</p>
                  <p className={styles.quiet}>
                    {team.memberCount}{' '}
                    {team.memberCount === 1 ? 'person' : 'people'}
                    {team.openRoles.length > 0 &&
                      ` · looks for ${team.openRoles.map(({ title }) => title).join(', ')}`}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </LivePanel>
    </EntityInfoCard>
  );
}
