import { useId } from 'react';
import styles from './Campaigns.module.css';

/** Asks for a day with the browser's own calendar. */
export function DayField(props: {
  label: string;
  value: string;
  min?: string;
  max?: string;
  isDisabled?: boolean;
  isOptional?: boolean;
  onChange: (day: string) => void;
}) {
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
