import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useId } from 'react';
import { dayOf, HistoryRange, lastDays } from '../../model/historyRange';
import styles from './ScoreHistory.module.css';

const SPANS: [number, string][] = [
  [30, '30 days'],
  [90, '90 days'],
  [365, '1 year'],
];

function DayField(props: {
  label: string;
  value: string;
  min?: string;
  max: string;
  onChange: (day: string) => void;
}) {
  const { label, value, min, max, onChange } = props;
  const id = useId();
  return (
    <span className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        required
        value={value}
        min={min}
        max={max}
        onChange={event => event.target.value && onChange(event.target.value)}
      />
    </span>
  );
}

/** Two days, by usual spans or one by one. */
export function RangePicker(props: {
  range: HistoryRange;
  now: number;
  onChange: (range: HistoryRange) => void;
}) {
  const { range, now, onChange } = props;
  const isSpan = ([days]: [number, string]) => {
    const { from, to } = lastDays(days, now);
    return from === range.from && to === range.to;
  };
  const span = SPANS.find(isSpan);
  return (
    <div className={styles.tools}>
      <ToggleButtonGroup
        aria-label="Time to show"
        selectionMode="single"
        selectedKeys={span ? [String(span[0])] : []}
        onSelectionChange={([key]) =>
          key !== undefined && onChange(lastDays(Number(key), now))
        }
      >
        {SPANS.map(([days, label]) => (
          <ToggleButton key={days} id={String(days)}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <DayField
        label="From"
        value={range.from}
        max={range.to}
        onChange={from => onChange({ ...range, from })}
      />
      <DayField
        label="To"
        value={range.to}
        min={range.from}
        max={dayOf(now)}
        onChange={to => onChange({ ...range, to })}
      />
      <span className={styles.muted}>Days in UTC</span>
    </div>
  );
}
