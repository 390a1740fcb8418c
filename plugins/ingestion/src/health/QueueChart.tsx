import { QueueHour } from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber, HatchPattern, useGridKeys } from '@synchrony/ui';
import { useId, useState } from 'react';
import {
  describeHour,
  hourWords,
  isKnown,
  topOf,
  waitingRuns,
} from './queueChart';
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
  const { current, onKeyDown, setCurrent } = useGridKeys();
  const [read, setRead] = useState<number>();
  const top = topOf(hours);
  const last = hours.length - 1;
  const width = (WIDTH - RIGHT) / hours.length;
  const y = (count: number) => FLOOR - (FLOOR - TOP) * (count / top);
  const bar = (count: number) => ({ y: y(count), height: FLOOR - y(count) });
  return (
    // Arrow keys move between the hours, which take the focus themselves.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown} onPointerLeave={() => setRead(undefined)}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label="Reports by the hour, 24 hours"
        className={styles.chart}
      >
        <defs>
          <HatchPattern id={patternId} />
        </defs>
        {[0, top / 2, top].map(count => (
          <g key={count} aria-hidden="true">
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
          <g
            key={hour.from}
            role="img"
            aria-label={describeHour(hour, index === last)}
            className={styles.hour}
            data-place={`0,${index}`}
            // The way through the chart by keyboard, as through a grid.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={current === `0,${index}` ? 0 : -1}
            onFocus={() => {
              setCurrent(`0,${index}`);
              setRead(index);
            }}
            onBlur={() => setRead(undefined)}
            onPointerEnter={() => setRead(index)}
          >
            <rect
              x={width * index}
              y={TOP}
              width={width}
              height={FLOOR - TOP}
              className={styles.field}
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
              <text x={width * index} y={HEIGHT - 6} aria-hidden="true">
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
            aria-hidden="true"
          />
        ))}
        <text
          x={WIDTH - RIGHT}
          y={HEIGHT - 6}
          textAnchor="end"
          aria-hidden="true"
        >
          now
        </text>
      </svg>
      <p className={styles.reading} aria-hidden="true">
        {read === undefined
          ? 'Point at an hour, or go through them by arrow keys.'
          : describeHour(hours[read], read === last)}
      </p>
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
    </div>
  );
}
