import { useId } from 'react';
import panel from '../panel/panel.module.css';
import styles from './waivers.module.css';

type DayFieldProps = {
  label: string;
  value: string;
  min?: string;
  max?: string;
  isOptional?: boolean;
  /** What is wrong with it. */
  problem?: string;
  onChange(day: string): void;
};

/** Asks for a day with the browser's own calendar. */
export function DayField(props: DayFieldProps) {
  const {
    isOptional = false,
    label,
    max,
    min,
    onChange,
    problem,
    value,
  } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className={styles.day}
        required={!isOptional}
        min={min}
        max={max}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={event => onChange(event.target.value)}
      />
      {problem && (
        <span id={`${id}-problem`} className={panel.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
