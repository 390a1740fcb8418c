import {
  FindingsTrend,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber, HatchedNote, severityLabel } from '@synchrony/ui';
import { dayWords } from './dayWords';
import { totalOf } from './model';
import styles from './trend.module.css';

/** The same numbers as the chart, newest first. */
export function TrendTable({ trend }: { trend: FindingsTrend }) {
  return (
    <div
      className={styles.scroll}
      // What scrolls has to be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label="Open findings by day"
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Open</th>
            {SEVERITIES.map(severity => (
              <th key={severity} scope="col">
                {severityLabel(severity)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.days.toReversed().map(({ day, open }) => (
            <tr key={day}>
              <th scope="row">{dayWords(day)}</th>
              {open ? (
                <>
                  <td>{formatNumber(totalOf(open) ?? 0)}</td>
                  {SEVERITIES.map(severity => (
                    <td key={severity}>{formatNumber(open[severity])}</td>
                  ))}
                </>
              ) : (
                <td colSpan={SEVERITIES.length + 1}>
                  <HatchedNote>not known</HatchedNote>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
