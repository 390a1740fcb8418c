import { useId } from 'react';
import styles from './DayField.module.css';

/** @public */
export interface DayFieldProps {
  label: string;
  /** `YYYY-MM-DD`, empty while none is chosen. */
  value: string;
  /** Asks for a time too: the value is `YYYY-MM-DDTHH:MM` of the reader's clock. */
  withTime?: boolean;
  min?: string;
  max?: string;
  isDisabled?: boolean;
  isOptional?: boolean;
  onChange: (day: string) => void;
}

/**
 * Asks for a day, or a moment, with the browser's own calendar.
 *
 * @public
 */
export function DayField(props: DayFieldProps) {
  const { label, max, min, isDisabled, isOptional, onChange, value, withTime } =
    props;
  const id = useId();
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={withTime ? 'datetime-local' : 'date'}
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
