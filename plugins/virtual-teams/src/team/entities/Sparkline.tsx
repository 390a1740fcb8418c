import { TeamEntity } from '@synchrony/backstage-plugin-virtual-teams-common';
import { HatchedNote } from '@synchrony/ui';
import styles from '../team.module.css';

type Trend = TeamEntity['trend'];

/** Runs of days with a score; a day without one parts them. */
export function runsOf(trend: Trend): { place: number; score: number }[][] {
  const runs: { place: number; score: number }[][] = [[]];
  trend.forEach(({ score }, place) => {
    if (score === null) {
      runs.push([]);
    } else {
      runs[runs.length - 1].push({ place, score });
    }
  });
  return runs.filter(run => run.length > 0);
}

function words(runs: ReturnType<typeof runsOf>): string {
  const scores = runs.flat();
  const first = scores[0].score;
  const last = scores[scores.length - 1].score;
  return `Score ${first} at first, ${last} last`;
}

/** The score by day since the start; days without one are left open. */
export function Sparkline(props: { trend: Trend }) {
  const { trend } = props;
  const runs = runsOf(trend);
  if (runs.length === 0) {
    return <HatchedNote>? not known</HatchedNote>;
  }
  const scores = runs.flat().map(({ score }) => score);
  const least = Math.min(...scores);
  const span = Math.max(...scores) - least || 1;
  const x = (place: number) => 4 + (place / Math.max(trend.length - 1, 1)) * 82;
  const y = (score: number) => 20 - ((score - least) / span) * 16;
  return (
    <svg
      className={styles.spark}
      viewBox="0 0 90 24"
      role="img"
      aria-label={words(runs)}
    >
      {runs.map(run => (
        <g key={run[0].place}>
          <polyline
            points={run
              .map(({ place, score }) => `${x(place)},${y(score)}`)
              .join(' ')}
          />
          {run.length === 1 && (
            <circle
              cx={x(run[0].place)}
              cy={y(run[0].score)}
              r={1.5}
              fill="currentColor"
            />
          )}
        </g>
      ))}
    </svg>
  );
}
