import {
  FindingsTrend,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  formatCount,
  HatchPattern,
  ReadableChart,
  severityLabel,
} from '@synchrony/ui';
import { useId } from 'react';
import { dayWords } from './dayWords';
import { Slice, toBands, topOf, toSpans, totalOf } from './model';
import styles from './trend.module.css';

const WIDTH = 560;
const HEIGHT = 150;
const RIGHT = 34;
const TOP = 8;
const BOTTOM = 22;

/** What was open day by day, stacked by severity; hatched where nobody looked. */
export function TrendChart({ trend }: { trend: FindingsTrend }) {
  const patternId = useId();
  const { days } = trend;
  const last = Math.max(1, days.length - 1);
  const top = topOf(trend);
  const x = (index: number) => ((WIDTH - RIGHT) * index) / last;
  const y = (count: number) =>
    TOP + (HEIGHT - TOP - BOTTOM) * (1 - count / top);
  const outline = (slices: Slice[]) =>
    [
      ...slices.map(({ index, to }) => `${x(index)},${y(to)}`),
      ...slices.toReversed().map(({ index, from }) => `${x(index)},${y(from)}`),
    ].join(' ');
  return (
    <ReadableChart
      label={`Open findings from ${describe(days.at(0))} to ${describe(days.at(-1))}`}
      width={WIDTH}
      height={HEIGHT}
      top={TOP}
      bottom={HEIGHT - BOTTOM}
      points={days.map((day, index) => {
        const total = totalOf(day.open);
        return {
          x: x(index),
          text: `${describe(day)}${severityWords(day)}`,
          marks: total === undefined ? [] : [y(total)],
        };
      })}
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
            {count}
          </text>
        </g>
      ))}
      {toBands(trend).map(({ severity, slices }) => (
        <polygon
          key={`${severity} ${slices[0].index}`}
          points={outline(slices)}
          className={`${styles.band} ${styles[severity]}`}
        />
      ))}
      {toSpans(trend).map(({ from, to }) => (
        <g key={from}>
          <rect
            x={x(from)}
            y={TOP}
            width={x(to) - x(from)}
            height={HEIGHT - TOP - BOTTOM}
            fill={`url(#${patternId})`}
          />
          <line
            x1={x(from)}
            x2={x(from)}
            y1={TOP}
            y2={HEIGHT - BOTTOM}
            className={styles.gap}
          />
        </g>
      ))}
      <text x={0} y={HEIGHT - 6}>
        {days.length > 0 && dayWords(days[0].day)}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
        today
      </text>
    </ReadableChart>
  );
}

function severityWords({ open }: FindingsTrend['days'][number]): string {
  const words = SEVERITIES.filter(severity => open && open[severity] > 0).map(
    severity => `${open?.[severity]} ${severityLabel(severity).toLowerCase()}`,
  );
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}

function describe(day: FindingsTrend['days'][number] | undefined): string {
  if (!day) {
    return 'no day';
  }
  const total = totalOf(day.open);
  return `${dayWords(day.day)}, ${total === undefined ? 'not known' : formatCount(total, 'finding')}`;
}
