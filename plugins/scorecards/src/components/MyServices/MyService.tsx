import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  formatScore,
  formatScoreRange,
  HatchedNote,
  LevelChip,
  levelLabel,
  TextLink,
} from '@synchrony/ui';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import styles from './MyServices.module.css';

function stepsText({ nextLevel, planSteps }: EntityScoreRow): string {
  if (planSteps === undefined) {
    return 'Open scorecard';
  }
  return planSteps === 0 || !nextLevel
    ? 'nothing to do'
    : `${formatCount(planSteps, 'step')} to ${levelLabel(nextLevel)}`;
}

/** One component: its level, its score, and how many steps are next. */
export function MyService(props: { row: EntityScoreRow }) {
  const { row } = props;
  const { level, scoreLow, scoreHigh } = row;
  const href = useEntityPath()(row.entityRef, SCORECARD_PATH);
  const steps = stepsText(row);
  return (
    <li className={styles.row}>
      <span>
        <EntityRefLink
          entityRef={row.entityRef}
          defaultKind="component"
          hideIcon
        />{' '}
        <span className={styles.muted}>{row.tier}</span>
      </span>
      <span>
        <LevelChip level={level} waivers={row.waivers} />
      </span>
      {level === 'unrated' || scoreLow === undefined ? (
        <span>
          <HatchedNote>not known yet</HatchedNote>
        </span>
      ) : (
        <span>
          {formatScore(scoreLow)}{' '}
          <span className={styles.muted}>
            {formatScoreRange(scoreLow, scoreHigh)}
          </span>
        </span>
      )}
      {href ? <TextLink href={href}>{steps}</TextLink> : <span>{steps}</span>}
    </li>
  );
}
