import {
  CheckInterval,
  Outcome,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatExactTime,
  hatchClassName,
  outcomeLabel,
  PanelLoading,
  useNow,
} from '@synchrony/ui';
import { useEntityHistory } from '../../api';
import { unknownLabel } from '../../model/labels';
import styles from './CheckHistory.module.css';

const WINDOW_MS = 90 * 24 * 60 * 60_000;
const LISTED = 5;
const HEIGHT = 80;

const LOOKS: Record<Outcome, string> = {
  pass: styles.pass,
  fail: styles.fail,
  unknown: `${styles.unknown} ${hatchClassName}`,
  waived: styles.waived,
  not_applicable: styles.none,
};

function words({ outcome, unknownReason }: CheckInterval): string {
  return unknownReason
    ? `${outcomeLabel(outcome)}, ${unknownLabel(unknownReason)}`
    : outcomeLabel(outcome);
}

function Strip(props: { intervals: CheckInterval[]; now: number }) {
  const { intervals, now } = props;
  const from = now - WINDOW_MS;
  const percent = (time: number) => (100 * (time - from)) / WINDOW_MS;
  return (
    <div aria-hidden="true" className={styles.strip}>
      {intervals.map(interval => {
        const start = Math.max(from, Date.parse(interval.since));
        const end = interval.until ? Date.parse(interval.until) : now;
        return end > start ? (
          <span
            key={interval.since}
            className={`${styles.part} ${LOOKS[interval.outcome]}`}
            style={{
              left: `${percent(start)}%`,
              width: `${percent(end) - percent(start)}%`,
            }}
          />
        ) : null;
      })}
    </div>
  );
}

/** How the outcome of a check changed, as intervals of the last 90 days. */
export function CheckHistory(props: { entityRef: string; checkId: string }) {
  const { entityRef, checkId } = props;
  const { value, error } = useEntityHistory(entityRef);
  const now = useNow();
  const intervals =
    value?.checks?.filter(check => check.checkId === checkId) ?? [];
  return (
    <section>
      <h3>History, 90 days</h3>
      {!value && !error && <PanelLoading what="the history" height={HEIGHT} />}
      {!value && error && <p>History unavailable; it is tried again.</p>}
      {value && intervals.length === 0 && <p>Nothing is recorded yet.</p>}
      {intervals.length > 0 && (
        <>
          <Strip intervals={intervals} now={now.getTime()} />
          <ol className={styles.list}>
            {[...intervals]
              .reverse()
              .slice(0, LISTED)
              .map(interval => (
                <li key={interval.since}>
                  <strong>{words(interval)}</strong> from{' '}
                  {formatExactTime(interval.since)}
                  {interval.until &&
                    ` until ${formatExactTime(interval.until)}`}
                </li>
              ))}
          </ol>
        </>
      )}
    </section>
  );
}
