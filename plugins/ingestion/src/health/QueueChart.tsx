import { QueueHour } from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber, HatchPattern, ReadableChart } from '@synchrony/ui';
import { useId } from 'react';
import {
  describeHour,
  hourWords,
  isKnown,
  topOf,
  waitingRuns,
} from './queueHours';
import styles from './queueChart.module.css';

const WIDTH = 720;
const HEIGHT = 160;
const RIGHT = 46;
const TOP = 10;
const BOTTOM = 22;
const FLOOR = HEIGHT - BOTTOM;
/** Every so many hours are named below. */
const NAMED_EVERY = 6;

/** What came and what became final hour by hour, and what waited; hatched where it is not known. */
export function QueueChart({ hours }: { hours: QueueHour[] }) {
  const patternId = useId();
  const top = topOf(hours);
  const last = hours.length - 1;
  const width = (WIDTH - RIGHT) / hours.length;
  const y = (count: number) => FLOOR - (FLOOR - TOP) * (count / top);
  const bar = (count: number) => ({ y: y(count), height: FLOOR - y(count) });
  return (
    <>
      <ReadableChart
        label="Reports by the hour, 24 hours"
        width={WIDTH}
        height={HEIGHT}
        top={TOP}
        bottom={FLOOR}
        points={hours.map((hour, index) => ({
          x: width * (index + 0.5),
          text: describeHour(hour, index === last),
          marks: [],
        }))}
        className={styles.chart}
      >
        <defs>
          <HatchPattern id={patternId} />
        </defs>
        {[0, top / 2, top].map(count => (
          <g key={count}>
            <line
              x1={0}
              x2={WIDTH - RIGHT}
              y1={y(count)}
              y2={y(count)}
              className={styles.grid}
            />
            <text x={WIDTH - RIGHT + 6} y={y(count) + 4}>
              {formatNumber(count)}
            </text>
          </g>
        ))}
        {hours.map((hour, index) => (
          <g key={hour.from}>
            <rect
              x={width * index}
              y={TOP}
              width={width}
              height={FLOOR - TOP}
              fill={isKnown(hour) ? 'transparent' : `url(#${patternId})`}
            />
            <rect
              x={width * (index + 0.12)}
              width={width * 0.36}
              {...bar(hour.received ?? 0)}
              className={styles.received}
            />
            <rect
              x={width * (index + 0.52)}
              width={width * 0.36}
              {...bar(hour.finished ?? 0)}
              className={styles.finished}
            />
            {index % NAMED_EVERY === 0 && (
              <text x={width * index} y={HEIGHT - 6}>
                {hourWords(hour, false).slice(0, 5)}
              </text>
            )}
          </g>
        ))}
        {waitingRuns(hours).map(run => (
          <polyline
            key={run[0].index}
            points={run
              .map(
                ({ index, waiting }) => `${width * (index + 1)},${y(waiting)}`,
              )
              .join(' ')}
            className={styles.waiting}
          />
        ))}
        <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
          now
        </text>
      </ReadableChart>
      <ul className={styles.legend} aria-label="Legend">
        <li>
          <svg width={10} height={10} aria-hidden="true">
            <rect
              x={1}
              y={1}
              width={8}
              height={8}
              className={styles.received}
            />
          </svg>
          received
        </li>
        <li>
          <svg width={10} height={10} aria-hidden="true">
            <rect width={10} height={10} className={styles.finished} />
          </svg>
          finished
        </li>
        <li>
          <svg width={18} height={10} aria-hidden="true">
            <line x1={0} x2={18} y1={5} y2={5} className={styles.waiting} />
          </svg>
          waiting at the end of the hour
        </li>
        {!hours.every(isKnown) && <li>hatched: not known</li>}
      </ul>
    </>
  );
}
