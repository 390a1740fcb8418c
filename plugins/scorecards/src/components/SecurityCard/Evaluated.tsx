import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import { RelativeTime } from '@synchrony/ui';
import styles from './SecurityCard.module.css';

/** Which scorecard, and as of when. */
export function Evaluated(props: { scorecard: ScorecardView }) {
  const { scorecard } = props;
  return (
    <p className={styles.sub}>
      {scorecard.title} v{scorecard.version} · evaluated{' '}
      <RelativeTime at={scorecard.computedAt} />
    </p>
  );
}
