import { useId } from 'react';
import { HatchPattern } from '../hatching';
import { formatExactTime, formatRelativeTime } from './formatTime';
import { FreshnessState, freshnessOf } from './freshnessOf';
import { useNow } from './useNow';
import styles from './Freshness.module.css';

/** @public */
export interface FreshnessProps {
  /** When the evidence was observed, ISO 8601. */
  at: string;
  /** When it stops counting, ISO 8601. */
  staleAt?: string;
  /** Seen from this moment instead of the present one. */
  now?: Date;
}

const SUFFIX: Record<FreshnessState, string> = {
  fresh: '',
  ageing: ', ageing',
  stale: ', stale',
};

/**
 * How fresh evidence is: a filled dot (fresh), a ring (ageing) or a hatched
 * circle (stale) with the relative time; the exact times are the title.
 *
 * @public
 */
export function Freshness(props: FreshnessProps) {
  const { at, staleAt } = props;
  const patternId = useId();
  const present = useNow();
  const now = props.now ?? present;
  const state = freshnessOf({ at, staleAt, now });
  const limit = staleAt ? `; counts until ${formatExactTime(staleAt)}` : '';
  return (
    <span className={styles.freshness} title={`${formatExactTime(at)}${limit}`}>
      <svg width={10} height={10} viewBox="0 0 10 10" aria-hidden="true">
        {state === 'fresh' && (
          <circle cx={5} cy={5} r={4} className={styles.dot} />
        )}
        {state === 'ageing' && (
          <circle cx={5} cy={5} r={3.5} className={styles.ring} />
        )}
        {state === 'stale' && (
          <>
            <defs>
              <HatchPattern id={patternId} />
            </defs>
            <circle cx={5} cy={5} r={4} fill={`url(#${patternId})`} />
            <circle cx={5} cy={5} r={4.5} className={styles.hatched} />
          </>
        )}
      </svg>
      <time dateTime={at}>
        {formatRelativeTime(at, now)}
        {SUFFIX[state]}
      </time>
    </span>
  );
}
