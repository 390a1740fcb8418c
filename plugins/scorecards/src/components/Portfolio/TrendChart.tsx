import { formatPercent } from '@synchrony/ui';
import { dayText, daysOf, Trend } from '../../model/trend';
import { ChartFrame } from '../Trend';
import styles from '../Trend/Trend.module.css';

const WIDTH = 560;
const HEIGHT = 190;
const LEFT = 30;
const RIGHT = 96;
const TOP = 12;
const BOTTOM = 24;
const PLOT = {
  width: WIDTH,
  height: HEIGHT,
  left: LEFT,
  right: RIGHT,
  top: TOP,
  bottom: BOTTOM,
};
const GRID = [0, 25, 50, 75, 100];
/** Lines are told apart by dashes as well. */
const DASHES = ['none', '6 3', '2 3', '8 3 2 3'];
const LABEL_GAP = 14;

/** Moves labels apart that would lie on each other. */
function labelPlaces(places: number[]): number[] {
  const order = places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => a.place - b.place);
  const result = [...places];
  order.forEach(({ place, index }, position) => {
    const before = position > 0 ? result[order[position - 1].index] : -Infinity;
    result[index] = Math.max(place, before + LABEL_GAP);
  });
  return result;
}

/** One line a tier, a gap for missing days, a dashed mark where rules or the scope changed. */
export function TrendChart(props: { trend: Trend }) {
  const { first, last, lines, markers } = props.trend;
  const x = (day: number) =>
    LEFT + ((WIDTH - LEFT - RIGHT) * (day - first)) / Math.max(1, last - first);
  const y = (percent: number) =>
    TOP + (HEIGHT - TOP - BOTTOM) * (1 - percent / 100);
  const labels = labelPlaces(lines.map(line => y(line.latest.percent)));
  const words = lines
    .map(({ tier, latest }) => `${tier} ${formatPercent(latest.percent)}`)
    .join(', ');
  return (
    <ChartFrame
      label={`Share at target from ${dayText(first)} to ${dayText(last)}; now ${words}`}
      plot={PLOT}
      scale={GRID.map(percent => ({ y: y(percent), text: String(percent) }))}
      markers={markers.map(({ day, text }) => ({ x: x(day), text }))}
      points={daysOf(props.trend).map(({ day, values }) => ({
        x: x(day),
        text: `${dayText(day)}: ${values
          .map(({ tier, percent }) => `${tier} ${formatPercent(percent)}`)
          .join(', ')}`,
        marks: values.map(({ percent }) => y(percent)),
      }))}
      first={dayText(first)}
      last={last > first ? dayText(last) : undefined}
    >
      {lines.map((line, index) => (
        <g key={line.tier}>
          {line.runs.map(run => (
            <polyline
              key={run[0].day}
              points={run
                .map(({ day, percent }) => `${x(day)},${y(percent)}`)
                .join(' ')}
              strokeDasharray={DASHES[index % DASHES.length]}
              className={styles.line}
            />
          ))}
          <circle
            cx={x(line.latest.day)}
            cy={y(line.latest.percent)}
            r={3}
            className={styles.dot}
          />
          <text x={x(line.latest.day) + 8} y={labels[index] + 4}>
            {line.tier} {formatPercent(line.latest.percent)}
          </text>
        </g>
      ))}
    </ChartFrame>
  );
}
