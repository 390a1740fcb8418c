import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  formatExactTime,
  formatPercent,
  formatScore,
  formatScoreRange,
  LevelChip,
  levelLabel,
  RelativeTime,
} from '@synchrony/ui';
import { blockingChecks, meetsTarget } from '../../model/checks';
import styles from './ScorecardContent.module.css';

function Blocked(props: { scorecard: ScorecardView }) {
  const { scorecard } = props;
  const { nextLevel, level, redacted } = scorecard;
  const blocking = blockingChecks(scorecard).length;
  if (!nextLevel || blocking === 0 || redacted) {
    return null;
  }
  return (
    <span>
      {level === 'unrated'
        ? `${formatCount(blocking, 'step')} to ${levelLabel(nextLevel)}`
        : `${levelLabel(nextLevel)} blocked by `}
      {level !== 'unrated' && <strong>{formatCount(blocking, 'check')}</strong>}
    </span>
  );
}

/** Level, score, evidence and target in one line. */
export function ScorecardHeader(props: { scorecard: ScorecardView }) {
  const { scorecard } = props;
  const { level, waivers, targetLevel, scoreLow, evidencePct, redacted } =
    scorecard;
  const { atRiskUntil, waiting = [] } = scorecard;
  return (
    <div className={styles.header}>
      <LevelChip level={level} waivers={waivers} />
      {atRiskUntil && (
        <strong>
          at risk: {levelLabel(level)} is lost on {formatExactTime(atRiskUntil)}
        </strong>
      )}
      {level !== 'unrated' && scoreLow !== undefined && (
        <span className={styles.score}>
          <strong>{formatScore(scoreLow)}</strong>{' '}
          {formatScoreRange(scoreLow, scorecard.scoreHigh)}
        </span>
      )}
      {evidencePct !== undefined && !(redacted && level === 'unrated') && (
        <span>
          Evidence <strong>{formatPercent(evidencePct)}</strong>
        </span>
      )}
      <Blocked scorecard={scorecard} />
      {targetLevel && (
        <span className={styles.muted}>
          {meetsTarget(scorecard) ? 'meets its target' : 'target'}{' '}
          {levelLabel(targetLevel)}
        </span>
      )}
      {waiting.length > 0 && (
        <span className={styles.muted}>
          {formatCount(waiting.length, 'check')} waiting for a source
        </span>
      )}
      <span className={styles.spacer} />
      <span className={styles.muted}>
        {scorecard.title} v{scorecard.version} · evaluated{' '}
        <RelativeTime at={scorecard.computedAt} />
      </span>
    </div>
  );
}
