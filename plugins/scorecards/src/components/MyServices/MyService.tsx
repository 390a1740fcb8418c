import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EntityScoreRow,
  SCORECARDS_SIGNAL_CHANNEL,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  formatScore,
  formatScoreRange,
  HatchedNote,
  LevelChip,
  levelLabel,
  TextLink,
  useLiveData,
} from '@synchrony/ui';
import { scorecardsApiRef } from '../../api';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import styles from './MyServices.module.css';

function useStepsText(row: EntityScoreRow): string | undefined {
  const api = useApi(scorecardsApiRef);
  const { value } = useLiveData({
    key: row.entityRef,
    load: () => api.getEntityScorecards(row.entityRef),
    channel: SCORECARDS_SIGNAL_CHANNEL,
    concerns: message => message.entityRef === row.entityRef,
  });
  const scorecard = value?.scorecards.find(({ id }) => id === row.scorecardId);
  if (!scorecard?.plan) {
    return undefined;
  }
  const { plan, nextLevel } = scorecard;
  if (plan.length === 0 || !nextLevel) {
    return 'nothing to do';
  }
  return `${formatCount(plan.length, 'step')} to ${levelLabel(nextLevel)}`;
}

/** One component: its level, its score, and how many steps are next. */
export function MyService(props: { row: EntityScoreRow }) {
  const { row } = props;
  const { level, scoreLow, scoreHigh } = row;
  const href = useEntityPath()(row.entityRef, SCORECARD_PATH);
  const steps = useStepsText(row) ?? 'Open scorecard';
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
