import { QueueHour } from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber, HatchedNote } from '@synchrony/ui';
import { formatMilliseconds } from './format';
import { hourWords } from './queueHours';
import panel from '../panel/panel.module.css';
import styles from './queueChart.module.css';

/** The same numbers as the chart, the newest first. */
export function QueueTable({ hours }: { hours: QueueHour[] }) {
  const last = hours.at(-1);
  return (
    <div
      className={styles.scroll}
      // What scrolls has to be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label="Reports by the hour"
    >
      <table className={`${panel.table} ${panel.breaking}`}>
        <thead>
          <tr>
            <th scope="col">Hour</th>
            <th scope="col" className={panel.number}>
              Received
            </th>
            <th scope="col" className={panel.number}>
              Finished
            </th>
            <th scope="col" className={panel.number}>
              Waiting at its end
            </th>
            <th scope="col" className={panel.number}>
              Longest wait
            </th>
          </tr>
        </thead>
        <tbody>
          {hours.toReversed().map(hour => (
            <tr key={hour.from}>
              <th scope="row">{hourWords(hour, hour === last)}</th>
              <Count value={hour.received} />
              <Count value={hour.finished} />
              <Count value={hour.waiting} />
              <td className={panel.number}>
                {hour.longestWaitMs === undefined
                  ? '–'
                  : formatMilliseconds(hour.longestWaitMs)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Count({ value }: { value: number | undefined }) {
  return (
    <td className={panel.number}>
      {value === undefined ? (
        <HatchedNote>not known</HatchedNote>
      ) : (
        formatNumber(value)
      )}
    </td>
  );
}
