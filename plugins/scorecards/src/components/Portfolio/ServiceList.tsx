import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  LevelChip,
  levelLabel,
  OwnerChip,
  TextLink,
} from '@synchrony/ui';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import { useChosenScorecard, withScorecard } from '../ScorecardChoice';
import styles from './Portfolio.module.css';

function stepsText({ nextLevel, planSteps }: EntityScoreRow): string {
  return planSteps === undefined || planSteps === 0 || !nextLevel
    ? 'Open scorecard'
    : `${formatCount(planSteps, 'step')} to ${levelLabel(nextLevel)}`;
}

/** Components with level, target, next step and owner. */
export function ServiceList(props: {
  caption: string;
  rows: EntityScoreRow[];
}) {
  const pathOf = useEntityPath();
  const scorecard = useChosenScorecard();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Level</th>
            <th scope="col">Target</th>
            <th scope="col">Next</th>
            <th scope="col">Owner</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(row => {
            const href = withScorecard(
              pathOf(row.entityRef, SCORECARD_PATH),
              scorecard,
            );
            return (
              <tr key={row.entityRef}>
                <th scope="row">
                  <EntityRefLink
                    entityRef={row.entityRef}
                    defaultKind="component"
                    hideIcon
                  />
                </th>
                <td>
                  <LevelChip level={row.level} waivers={row.waivers} />
                </td>
                <td>
                  {row.targetLevel ? (
                    <LevelChip level={row.targetLevel} />
                  ) : (
                    '–'
                  )}
                </td>
                <td>
                  {href ? (
                    <TextLink href={href}>{stepsText(row)}</TextLink>
                  ) : (
                    stepsText(row)
                  )}
                </td>
                <td>
                  <OwnerChip entityRef={row.ownerRef} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
