import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, formatScore } from '@synchrony/ui';
import { checksWith } from '../../model/checks';
import { pointsDivision } from '../../model/gains';
import styles from './ScorecardContent.module.css';

/** The sentence that shows that the points add up. */
export function GainsSum(props: { scorecard: ScorecardView }) {
  const division = pointsDivision(props.scorecard);
  const notApplicable = checksWith(props.scorecard, 'not_applicable').length;
  if (!division) {
    return null;
  }
  return (
    <p className={styles.sum}>
      Gains add up: passed {formatScore(division.passed)} + unknown{' '}
      {formatScore(division.unknown)} + failed and waived{' '}
      {formatScore(division.failedAndWaived)} = 100.
      {notApplicable > 0 &&
        ` ${formatCount(notApplicable, 'check')} ${
          notApplicable === 1 ? 'does' : 'do'
        } not apply, by rule.`}
    </p>
  );
}
