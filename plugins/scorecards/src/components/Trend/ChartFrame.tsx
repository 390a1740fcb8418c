import { ChartPoint, ReadableChart } from '@synchrony/ui';
import { ReactNode } from 'react';
import styles from './Trend.module.css';

/** Where a chart draws, in the units of its view box. */
export interface Plot {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The frame of a chart over time: lines of its scale, marks, first and last day. */
export function ChartFrame(props: {
  /** Says in words what the chart shows. */
  label: string;
  plot: Plot;
  scale: { y: number; text: string }[];
  /** Moments at which something special happened. */
  markers: { x: number; text: string }[];
  /** What it can be read at, from left to right. */
  points: ChartPoint[];
  first: string;
  last?: string;
  children: ReactNode;
}) {
  const { label, plot, scale, markers, points, first, last, children } = props;
  const { width, height, left, right, top, bottom } = plot;
  return (
    <ReadableChart
      label={label}
      width={width}
      height={height}
      top={top}
      bottom={height - bottom}
      points={points}
      className={styles.trend}
    >
      {scale.map(({ y, text }) => (
        <g key={text}>
          <line
            x1={left}
            x2={width - right}
            y1={y}
            y2={y}
            className={styles.gridLine}
          />
          <text x={left - 6} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {markers.map(({ x, text }) => (
        <g key={`${x} ${text}`}>
          <line
            x1={x}
            x2={x}
            y1={top}
            y2={height - bottom}
            className={styles.marker}
          />
          <text x={x - 4} y={top + 8} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {children}
      <text x={left} y={height - 6}>
        {first}
      </text>
      {last && (
        <text x={width - right} y={height - 6} textAnchor="end">
          {last}
        </text>
      )}
    </ReadableChart>
  );
}
