import { useId } from 'react';
import styles from './dialogs.module.css';

/** Asks for a day with the browser's own calendar. */
export function DayField(props: {
  label: string;
  value: string;
  min: string;
  max: string;
  onChange: (day: string) => void;
}) {
  const { label, max, min, onChange, value } = props;
  const id = useId();
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className={styles.day}
        required
        min={min}
        max={max}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </span>
  );
}
