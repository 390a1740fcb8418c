import { CheckView } from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatGain,
  LevelChip,
  OutcomeMark,
  SafeMarkdown,
} from '@synchrony/ui';
import { outcomeDetail, shownOutcome } from '../../model/outcome';
import { CheckEvidence } from './CheckEvidence';
import styles from './ScorecardContent.module.css';

interface CheckRowProps {
  check: CheckView;
  isSelected: boolean;
  onOpen: (checkId: string) => void;
  openers: Map<string, HTMLButtonElement>;
}

/** A check: its state, how to fix it, on what evidence, what it brings. */
export function CheckRow(props: CheckRowProps) {
  const { check, isSelected, onOpen, openers } = props;
  const isDone = check.outcome === 'pass' || check.outcome === 'not_applicable';
  return (
    <tr
      className={styles.row}
      data-selected={isSelected || undefined}
      onClick={() => onOpen(check.id)}
    >
      <td>
        <OutcomeMark
          outcome={shownOutcome(check)}
          detail={outcomeDetail(check)}
        />
      </td>
      <td>
        <button
          type="button"
          className={styles.open}
          aria-expanded={isSelected}
          ref={element => {
            if (element) {
              openers.set(check.id, element);
            } else {
              openers.delete(check.id);
            }
          }}
        >
          {check.title}
        </button>
        <div className={styles.hint}>
          {isDone ? check.id : <SafeMarkdown content={check.remediation} />}
        </div>
      </td>
      <td>
        <CheckEvidence check={check} />
      </td>
      <td className={styles.numeric}>
        {check.gain ? <strong>{formatGain(check.gain)}</strong> : '–'}
      </td>
      <td>
        {check.requiredFor ? <LevelChip level={check.requiredFor} /> : '–'}
      </td>
    </tr>
  );
}
