import { useId } from 'react';
import { HatchPattern } from '../hatching';
import { OutcomeName } from './outcome';
import styles from './OutcomeMark.module.css';

/** The shape and sign of an outcome: each tells apart without its colour. */
export function OutcomeIcon(props: { outcome: OutcomeName }) {
  const patternId = useId();
  const { outcome } = props;
  return (
    <svg
      width={18}
      height={18}
      viewBox="0 0 18 18"
      aria-hidden="true"
      className={`${styles.icon} ${styles[outcome]}`}
    >
      {outcome === 'pass' && (
        <>
          <circle cx={9} cy={9} r={8} className={styles.shape} />
          <path d="M5.5 9.2 8 11.6l4.5-5" className={styles.sign} />
        </>
      )}
      {outcome === 'fail' && (
        <>
          <rect
            x={1}
            y={1}
            width={16}
            height={16}
            rx={3}
            className={styles.shape}
          />
          <path d="m6 6 6 6m0-6-6 6" className={styles.sign} />
        </>
      )}
      {outcome === 'unknown' && (
        <>
          <defs>
            <HatchPattern id={patternId} />
          </defs>
          <circle cx={9} cy={9} r={8} className={styles.shape} />
          <circle cx={9} cy={9} r={8} fill={`url(#${patternId})`} />
          <circle cx={9} cy={9} r={5.2} className={styles.inner} />
          <text x={9} y={12.6} textAnchor="middle" className={styles.letter}>
            ?
          </text>
        </>
      )}
      {outcome === 'waived' && (
        <>
          <rect
            x={1}
            y={1}
            width={16}
            height={16}
            rx={3}
            className={styles.shape}
          />
          <path d="M6 14V4.5h6.5l-1.6 2.4 1.6 2.4H6" className={styles.sign} />
        </>
      )}
      {outcome === 'not_applicable' && (
        <path d="M4 9h10" className={styles.sign} />
      )}
      {outcome === 'needs_attention' && (
        <>
          <path d="M9 1.5 17 16H1Z" className={styles.shape} />
          <path d="M9 6.5v4.4m0 2v.6" className={styles.sign} />
        </>
      )}
    </svg>
  );
}
