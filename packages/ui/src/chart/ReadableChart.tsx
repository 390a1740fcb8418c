import { PointerEvent, ReactNode } from 'react';
import styles from './ReadableChart.module.css';
import { useChartKeys } from './useChartKeys';

/** Something that a reader of a chart can stop at. @public */
export interface ChartPoint {
  /** Where it stands, from left to right, in the units of the view box. */
  x: number;
  /** What holds there, in words, with its time. */
  text: string;
  /** Heights at which it is drawn, in the units of the view box. */
  marks: number[];
}

/** @public */
export interface ReadableChartProps {
  /** Says in words what the whole chart shows. */
  label: string;
  width: number;
  height: number;
  /** Between which heights points are drawn. */
  top: number;
  bottom: number;
  /** From left to right. */
  points: ChartPoint[];
  /** Of the drawing. */
  className?: string;
  children: ReactNode;
}

function Reader(props: {
  points: ChartPoint[];
  place: number;
  top: number;
  bottom: number;
}) {
  const { bottom, place, points, top } = props;
  const { marks, x } = points[place];
  return (
    <g className={styles.reader} data-screen-only="">
      <line x1={x} x2={x} y1={top} y2={bottom} />
      {[...new Set(marks)].map(y => (
        <circle key={y} cx={x} cy={y} r={4} />
      ))}
    </g>
  );
}

/** What of a chart belongs to a point: half the way to those beside it. */
function bandOf(points: ChartPoint[], index: number, width: number) {
  const { x } = points[index];
  const before = points.at(index - 1);
  const after = points.at(index + 1);
  const from = index > 0 && before ? (before.x + x) / 2 : 0;
  const to = after ? (x + after.x) / 2 : width;
  return { x: from, width: Math.max(0, to - from) };
}

/**
 * A chart that can be read point by point: one tab stop, then arrow keys, Home,
 * End and Escape, or a pointer. The point is drawn, told to screen readers and
 * shown in words below.
 *
 * @public
 */
export function ReadableChart(props: ReadableChartProps) {
  const { bottom, children, className, height, label, points, top, width } =
    props;
  const { isRead, leave, onKeyDown, place, read } = useChartKeys(points.length);
  const isEmpty = points.length === 0;
  // A finger that is lifted leaves what it pointed at; a mouse moves away.
  const onPointerLeave = ({ pointerType }: PointerEvent) => {
    if (pointerType !== 'touch') {
      leave();
    }
  };
  return (
    <div className={styles.chart} onPointerLeave={onPointerLeave}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        className={className}
      >
        {children}
        {isRead && !isEmpty && (
          <Reader points={points} place={place} top={top} bottom={bottom} />
        )}
        {points.map((point, index) => (
          <rect
            key={`${point.x} ${point.text}`}
            {...bandOf(points, index, width)}
            y={top}
            height={bottom - top}
            fill="transparent"
            data-screen-only=""
            onPointerEnter={() => read(index)}
          />
        ))}
      </svg>
      {!isEmpty && (
        <>
          <div
            role="slider"
            tabIndex={0}
            aria-label={`Points of the chart: ${label}`}
            aria-valuemin={1}
            aria-valuemax={points.length}
            aria-valuenow={place + 1}
            aria-valuetext={points[place].text}
            className={styles.stop}
            data-screen-only=""
            onKeyDown={onKeyDown}
            onFocus={() => read(place)}
            onBlur={leave}
          />
          <p className={styles.words} aria-hidden="true" data-screen-only="">
            {isRead
              ? points[place].text
              : 'Point at the chart, or go through it by arrow keys.'}
          </p>
        </>
      )}
    </div>
  );
}
