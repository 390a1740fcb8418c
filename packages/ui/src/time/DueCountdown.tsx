import { dueProgress, dueUrgency, formatDue } from './due';
import { formatExactTime } from './formatTime';
import { useNow } from './useNow';
import styles from './DueCountdown.module.css';

/** @public */
export interface DueCountdownProps {
  /** When the clock started, ISO 8601. */
  startAt: string;
  /** When it has to be done, ISO 8601. */
  dueAt: string;
  /** Seen from this moment instead of the present one. */
  now?: Date;
}

/**
 * A due date as words and a bar that fills up: `4 d left`, `2 d overdue`.
 *
 * @public
 */
export function DueCountdown(props: DueCountdownProps) {
  const { startAt, dueAt } = props;
  const present = useNow();
  const now = props.now ?? present;
  return (
    <span
      className={`${styles.countdown} ${styles[dueUrgency(dueAt, now)]}`}
      title={`Due ${formatExactTime(dueAt)}`}
    >
      <time dateTime={dueAt}>{formatDue(dueAt, now)}</time>
      <span className={styles.bar} aria-hidden="true">
        <span
          className={styles.fill}
          style={{ width: `${dueProgress(startAt, dueAt, now)}%` }}
        />
      </span>
    </span>
  );
}
