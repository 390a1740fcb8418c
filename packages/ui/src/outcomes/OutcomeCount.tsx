import { VisuallyHidden } from '@backstage/ui';
import { OutcomeIcon } from './OutcomeIcon';
import { OutcomeName, outcomeLabel } from './outcome';
import styles from './OutcomeMark.module.css';

/**
 * How many have an outcome: its icon and the number, the word for screen
 * readers and as a title.
 *
 * @public
 */
export function OutcomeCount(props: { outcome: OutcomeName; count: number }) {
  const { outcome, count } = props;
  const label = outcomeLabel(outcome);
  return (
    <span className={styles.mark} title={label}>
      <OutcomeIcon outcome={outcome} />
      <VisuallyHidden>{label}</VisuallyHidden> {count}
    </span>
  );
}
