import { useId } from 'react';
import styles from './DayField.module.css';

/** @public */
export interface DayFieldProps {
  label: string;
  /** `YYYY-MM-DD`, empty while none is chosen. */
  value: string;
  min?: string;
  max?: string;
  isDisabled?: boolean;
  isOptional?: boolean;
  onChange: (day: string) => void;
}

/**
 * Asks for a day with the browser's own calendar.
 *
 * @public
 */
export function DayField(props: DayFieldProps) {
  const { label, max, min, isDisabled, isOptional, onChange, value } = props;
  const id = useId();
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className={styles.day}
        required={!isOptional}
        disabled={isDisabled}
        min={min}
        max={max}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </span>
  );
}
