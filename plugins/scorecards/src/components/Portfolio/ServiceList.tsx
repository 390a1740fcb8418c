import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  LevelChip,
  levelLabel,
  OutcomeMark,
  OwnerChip,
  TeamsOnChecks,
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

/** The check that keeps a component from its next level, for those who may know. */
function Blocking(props: { row: EntityScoreRow; path?: string }) {
  const { path, row } = props;
  const { blocking } = row;
  if (!blocking) {
    return <>–</>;
  }
  const { checkId, outcome, title } = blocking;
  const search = new URLSearchParams({
    check: checkId,
    scorecard: row.scorecardId,
  });
  return (
    <span className={styles.blocking}>
      {path ? <TextLink href={`${path}?${search}`}>{title}</TextLink> : title}
      <OutcomeMark outcome={outcome} />
      <TeamsOnChecks checkIds={[checkId]} />
    </span>
  );
}

/** Components with level, target, what is in the way and who can act. */
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
            <th scope="col">Blocking check</th>
            <th scope="col">Next</th>
            <th scope="col">Who can act</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(row => {
            const path = pathOf(row.entityRef, SCORECARD_PATH);
            const href = withScorecard(path, scorecard);
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
                  <Blocking row={row} path={path} />
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
                  {row.blocking?.outcome === 'unknown' && (
                    <span className={styles.muted}> by its pipeline</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
