import { TextAreaField } from '@backstage/ui';
import panel from '../panel/panel.module.css';
import styles from './waivers.module.css';

type WordsFieldProps = {
  label: string;
  value: string;
  rows?: number;
  /** What is wrong with it. */
  problem?: string;
  onChange(text: string): void;
};

/** Asks for plain text. */
export function WordsField(props: WordsFieldProps) {
  const { label, onChange, problem, rows = 2, value } = props;
  return (
    <div className={styles.field}>
      <TextAreaField
        label={label}
        rows={rows}
        maxLength={2000}
        value={value}
        isInvalid={problem !== undefined}
        onChange={onChange}
      />
      {problem && (
        <span className={panel.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
