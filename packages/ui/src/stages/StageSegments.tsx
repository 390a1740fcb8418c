import { hatchClassName } from '../hatching';
import { OutcomeName, outcomeLabel } from '../outcomes';
import styles from './StageSegments.module.css';

/** @public */
export interface StageSegmentsProps {
  /** Outcomes in the order in which they are drawn. */
  outcomes: OutcomeName[];
}

function sentence(outcomes: OutcomeName[]): string {
  const counts = new Map<OutcomeName, number>();
  for (const outcome of outcomes) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts]
    .map(
      ([outcome, count]) => `${count} ${outcomeLabel(outcome).toLowerCase()}`,
    )
    .join(', ');
}

/**
 * One segment per check, coloured by outcome; unknown is hatched. The counts
 * in words are its label.
 *
 * @public
 */
export function StageSegments(props: StageSegmentsProps) {
  const { outcomes } = props;
  const label = sentence(outcomes);
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={styles.segments}
    >
      {outcomes.map((outcome, index) => (
        <span
          key={index}
          className={[
            styles.segment,
            styles[outcome],
            ...(outcome === 'unknown' ? [hatchClassName] : []),
          ].join(' ')}
        />
      ))}
    </span>
  );
}
