import { ShownEstimate, unchangedOf, valueText } from './estimateWords';
import styles from './effect.module.css';

const WIDTH = 320;
const HEIGHT = 44;
const MARGIN = 34;
const MIDDLE = 16;

/** The estimate as a dot on its interval, with the place of no change. */
export function IntervalChart(props: { estimate: ShownEstimate }) {
  const { estimate, high, low, metric } = props.estimate;
  const unchanged = unchangedOf(metric);
  const from = Math.min(low, unchanged);
  const to = Math.max(high, unchanged);
  const x = (value: number) =>
    MARGIN + ((WIDTH - 2 * MARGIN) * (value - from)) / (to - from || 1);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${valueText(metric, estimate)}, 95 % interval from ${valueText(metric, low)} to ${valueText(metric, high)}; no change is ${valueText(metric, unchanged)}`}
      className={styles.chart}
    >
      <line
        x1={x(unchanged)}
        x2={x(unchanged)}
        y1={2}
        y2={30}
        className={styles.unchanged}
      />
      <text x={x(unchanged)} y={HEIGHT - 2} textAnchor="middle">
        no change
      </text>
      <line
        x1={x(low)}
        x2={x(high)}
        y1={MIDDLE}
        y2={MIDDLE}
        className={styles.interval}
      />
      {[low, high].map(value => (
        <line
          key={value}
          x1={x(value)}
          x2={x(value)}
          y1={MIDDLE - 5}
          y2={MIDDLE + 5}
          className={styles.interval}
        />
      ))}
      <circle cx={x(estimate)} cy={MIDDLE} r={5} className={styles.dot} />
    </svg>
  );
}
