import {
  Level,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  formatPercent,
  formatScore,
  formatScoreRange,
  hatchClassName,
  LevelChip,
  levelLabel,
} from '@synchrony/ui';
import { applicableChecks, checksWith } from '../../model/checks';
import styles from './SecurityCard.module.css';

const EARNED: Record<Level, string> = {
  unrated: styles.earnedNone,
  none: styles.earnedNone,
  bronze: styles.earnedBronze,
  silver: styles.earnedSilver,
  gold: styles.earnedGold,
  platinum: styles.earnedPlatinum,
};

function Evidence(props: { scorecard: ScorecardView }) {
  const { scorecard } = props;
  if (scorecard.evidencePct === undefined) {
    return null;
  }
  const unknown = checksWith(scorecard, 'unknown').length;
  const all = applicableChecks(scorecard).length;
  return (
    <p>
      Evidence <strong>{formatPercent(scorecard.evidencePct)}</strong>
      {!scorecard.redacted &&
        unknown > 0 &&
        ` · ${unknown} of ${formatCount(all, 'check')} ${
          unknown === 1 ? 'has' : 'have'
        } no current evidence; ${
          unknown === 1 ? 'it counts' : 'they count'
        } as not passed`}
    </p>
  );
}

function Progress(props: { scorecard: ScorecardView }) {
  const { nextLevel, nextLevelProgress: progress } = props.scorecard;
  if (!nextLevel || !progress || progress.required === 0) {
    return null;
  }
  const { met, waived, required } = progress;
  return (
    <div className={styles.needs}>
      <span>{levelLabel(nextLevel)} needs</span>
      <span className={styles.needsBar} aria-hidden="true">
        <span
          className={styles.met}
          style={{ width: `${(100 * (met - waived)) / required}%` }}
        />
        <span
          className={styles.waived}
          style={{ width: `${(100 * waived) / required}%` }}
        />
      </span>
      <span>
        <strong>
          {met} of {required}
        </strong>
        {waived > 0 && ` incl. ${waived} waived`}
      </span>
    </div>
  );
}

/** The score as a range, its evidence, and how far the next level is. */
export function ScoreSummary(props: { scorecard: ScorecardView }) {
  const { scorecard } = props;
  const { scoreLow, scoreHigh, level } = scorecard;
  return (
    <div className={styles.summary}>
      {scoreLow !== undefined && (
        <p className={styles.score}>
          <strong>{formatScore(scoreLow)}</strong>
          <span>{formatScoreRange(scoreLow, scoreHigh)} of 100</span>
        </p>
      )}
      {scorecard.waivers > 0 && (
        <span>
          <LevelChip level={level} waivers={scorecard.waivers} />
        </span>
      )}
      <Evidence scorecard={scorecard} />
      <Progress scorecard={scorecard} />
      <div className={styles.legend} aria-hidden="true">
        <span>
          <span className={`${styles.swatch} ${EARNED[level]}`} />
          earned
        </span>
        <span>
          <span
            className={`${styles.swatch} ${styles.unknownSwatch} ${hatchClassName}`}
          />
          unknown
        </span>
        <span>
          <span className={`${styles.swatch} ${styles.evidenceSwatch}`} />
          evidence
        </span>
      </div>
    </div>
  );
}
