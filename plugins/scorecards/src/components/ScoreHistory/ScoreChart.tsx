import { LEVELS } from '@synchrony/backstage-plugin-scorecards-common';
import { formatExactTime, formatScore, levelLabel } from '@synchrony/ui';
import { ScoreMarker, ScoreStep } from '../../model/scoreSteps';
import { ChartFrame } from '../Trend';
import styles from '../Trend/Trend.module.css';

const WIDTH = 720;
const LEFT = 64;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 22;
const SCORE_HEIGHT = 120;
const LEVEL_HEIGHT = 84;
const GAP = 18;
const HEIGHT = TOP + SCORE_HEIGHT + GAP + LEVEL_HEIGHT + BOTTOM;
const PLOT = {
  width: WIDTH,
  height: HEIGHT,
  left: LEFT,
  right: RIGHT,
  top: TOP,
  bottom: BOTTOM,
};
const POINTS = [0, 50, 100];

function dayText(time: number): string {
  return new Date(time).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

function yOfScore(score: number): number {
  return TOP + SCORE_HEIGHT * (1 - score / 100);
}

function yOfLevel(rank: number): number {
  return (
    TOP + SCORE_HEIGHT + GAP + LEVEL_HEIGHT * (1 - rank / (LEVELS.length - 1))
  );
}

/** Points of a step line; where nothing is known it has a gap. */
function linesOf(
  steps: ScoreStep[],
  x: (time: number) => number,
  y: (step: ScoreStep) => number | undefined,
): string[] {
  const lines: { end: number; points: string }[] = [];
  for (const step of steps) {
    const height = y(step);
    if (height !== undefined) {
      const points = `${x(step.since)},${height} ${x(step.until)},${height}`;
      const last = lines.at(-1);
      if (last?.end === step.since) {
        last.points += ` ${points}`;
        last.end = step.until;
      } else {
        lines.push({ end: step.until, points });
      }
    }
  }
  return lines.map(({ points }) => points);
}

function stands({ level, score }: ScoreStep): string {
  return score === undefined
    ? levelLabel(level)
    : `${levelLabel(level)} at ${formatScore(score)}`;
}

function words(steps: ScoreStep[]): string {
  const [first, last] = [steps[0], steps[steps.length - 1]];
  return `from ${stands(first)} to ${stands(last)}, in ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
}

/** Score above and level below as step lines, with marks where rules changed. */
export function ScoreChart(props: {
  steps: ScoreStep[];
  markers: ScoreMarker[];
  from: number;
  to: number;
}) {
  const { steps, markers, from, to } = props;
  const x = (time: number) =>
    LEFT + ((WIDTH - LEFT - RIGHT) * (time - from)) / Math.max(1, to - from);
  const scores = linesOf(steps, x, ({ score }) =>
    score === undefined ? undefined : yOfScore(score),
  );
  const levels = linesOf(steps, x, ({ level }) =>
    yOfLevel(LEVELS.indexOf(level)),
  );
  return (
    <ChartFrame
      label={`Score and level from ${dayText(from)} to ${dayText(to)}: ${words(steps)}`}
      plot={PLOT}
      scale={[
        ...POINTS.map(points => ({ y: yOfScore(points), text: `${points}` })),
        ...LEVELS.map((level, rank) => ({
          y: yOfLevel(rank),
          text: levelLabel(level),
        })),
      ]}
      markers={markers.map(({ at, text }) => ({ x: x(at), text }))}
      points={steps.map(step => ({
        x: x(step.since),
        text: `From ${formatExactTime(step.since)}: ${stands(step)}, version ${step.version}`,
        marks: [
          ...(step.score === undefined ? [] : [yOfScore(step.score)]),
          yOfLevel(LEVELS.indexOf(step.level)),
        ],
      }))}
      first={dayText(from)}
      last={dayText(to)}
    >
      {[...scores, ...levels].map(points => (
        <polyline key={points} points={points} className={styles.line} />
      ))}
    </ChartFrame>
  );
}
