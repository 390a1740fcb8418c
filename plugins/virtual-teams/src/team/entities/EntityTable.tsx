import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Team,
  TeamEntity,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LevelChip } from '@synchrony/ui';
import { FindingRights } from './FindingRights';
import { levelName } from './levelName';
import { OpenFindings } from './OpenFindings';
import { Sparkline } from './Sparkline';
import styles from '../team.module.css';

/** Entities in scope: from which level to which, and what holds them back. */
export function EntityTable(props: {
  team: Team;
  entities: TeamEntity[];
  onChanged: () => void;
}) {
  const { entities, onChanged, team } = props;
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label="Entities"
      // What scrolls has to be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Entity</th>
            <th scope="col">At start → now</th>
            <th scope="col">Score since the start</th>
            <th scope="col">Holds it back</th>
            <th scope="col">Findings</th>
            <th scope="col">Right to read findings</th>
          </tr>
        </thead>
        <tbody>
          {entities.map(entity => (
            <tr key={entity.entityRef}>
              <th scope="row">
                <EntityRefLink
                  entityRef={entity.entityRef}
                  title={entity.title}
                  hideIcon
                />{' '}
                {entity.tier && (
                  <span className={styles.quiet}>{entity.tier}</span>
                )}
              </th>
              <td>
                <span className={styles.row}>
                  <LevelChip level={levelName(entity.levelAtStart)} />
                  <span aria-hidden="true">→</span>
                  <LevelChip level={levelName(entity.level)} />
                </span>
              </td>
              <td>
                <Sparkline trend={entity.trend} />
              </td>
              <td>{entity.blockedBy ?? '–'}</td>
              <td>
                <OpenFindings entity={entity} />
              </td>
              <td>
                <FindingRights
                  team={team}
                  entity={entity}
                  onChanged={onChanged}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
