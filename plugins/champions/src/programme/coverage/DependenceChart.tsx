import { ProgrammeOverview } from '@synchrony/backstage-plugin-champions-common';
import { formatCount, ReadableChart } from '@synchrony/ui';
import { dayWords } from '../../words';
import styles from './coverage.module.css';

const WIDTH = 320;
const HEIGHT = 132;
const TOP = 8;
const FLOOR = 92;
const LEAST_BAR = 2;

/** People as bars over the number of teams that each covers. */
export function DependenceChart(props: { overview: ProgrammeOverview }) {
  const { asOf, busFactor, maxScopes } = props.overview;
  const most = Math.max(1, ...busFactor.map(({ people }) => people));
  const step = WIDTH / busFactor.length;
  const bars = busFactor.map(({ people, teams }, index) => {
    const height = Math.max(LEAST_BAR, ((FLOOR - TOP) * people) / most);
    return {
      people,
      teams,
      isAbove: teams > maxScopes,
      x: step * index,
      middle: step * (index + 0.5),
      y: FLOOR - height,
      height,
    };
  });
  return (
    <ReadableChart
      label={`Champions by number of teams covered, ${dayWords(asOf)}; the limit is ${formatCount(maxScopes, 'team')}`}
      width={WIDTH}
      height={HEIGHT}
      top={TOP}
      bottom={FLOOR}
      points={bars.map(({ isAbove, middle, people, teams, y }) => ({
        x: middle,
        text: `${formatCount(people, 'champion')} for ${formatCount(teams, 'team')}${isAbove ? ', above the limit' : ''}`,
        marks: [y],
      }))}
      className={styles.chart}
    >
      {bars.map(({ height, isAbove, middle, people, teams, x, y }) => (
        <g key={teams}>
          <rect
            x={x + step * 0.12}
            width={step * 0.76}
            y={y}
            height={height}
            rx={2}
            className={isAbove ? styles.above : styles.bar}
          />
          <text
            x={middle}
            y={FLOOR + 16}
            textAnchor="middle"
            className={styles.strong}
          >
            {people}
          </text>
          <text x={middle} y={FLOOR + 32} textAnchor="middle">
            {isAbove ? '▲ ' : ''}
            {formatCount(teams, 'team')}
          </text>
        </g>
      ))}
    </ReadableChart>
  );
}
