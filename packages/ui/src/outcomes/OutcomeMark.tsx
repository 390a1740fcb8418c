import { OutcomeIcon } from './OutcomeIcon';
import { OutcomeName, outcomeLabel } from './outcome';
import styles from './OutcomeMark.module.css';

/** @public */
export interface OutcomeMarkProps {
  outcome: OutcomeName;
  /** Says more after the word, e.g. `stale`. */
  detail?: string;
}

const WORD_CLASSES: Partial<Record<OutcomeName, string>> = {
  pass: styles.passWord,
  fail: styles.failWord,
  waived: styles.waivedWord,
};

/**
 * An outcome as icon, shape and word: pass (circle, check), fail (square,
 * cross), unknown (hatched circle, question mark), waived (square, flag), not
 * applicable (dash), needs attention (triangle).
 *
 * @public
 */
export function OutcomeMark(props: OutcomeMarkProps) {
  const { outcome, detail } = props;
  return (
    <span className={styles.mark}>
      <OutcomeIcon outcome={outcome} />
      <span className={WORD_CLASSES[outcome]}>
        {outcomeLabel(outcome)}
        {detail && ` · ${detail}`}
      </span>
    </span>
  );
}
