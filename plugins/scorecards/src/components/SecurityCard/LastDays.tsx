import {
  formatExactTime,
  formatScore,
  levelLabel,
  ReadableChart,
  TextLink,
  useNow,
} from '@synchrony/ui';
import { useEntityHistory } from '../../api';
import { lastDays } from '../../model/historyRange';
import { ScoreStep, scoreSteps } from '../../model/scoreSteps';
import { dayText } from '../../model/trend';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import styles from './SecurityCard.module.css';
import { useSeen } from './useSeen';

const DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;
const WIDTH = 760;
const HEIGHT = 72;
const TOP = 6;
const BOTTOM = 54;
const GRID = [0, 50, 100];

type KnownStep = ScoreStep & { score: number };

function isKnown(step: ScoreStep): step is KnownStep {
  return step.score !== undefined;
}

function scoreWords({ score }: ScoreStep): string {
  return score === undefined ? 'not known' : formatScore(score);
}

function Line(props: { steps: ScoreStep[]; from: number; to: number }) {
  const { from, steps, to } = props;
  const x = (time: number) => (WIDTH * (time - from)) / (to - from);
  const y = (score: number) => TOP + (BOTTOM - TOP) * (1 - score / 100);
  const first = steps[0];
  const last = steps[steps.length - 1];
  return (
    <ReadableChart
      label={`Score of the last ${DAYS} days: from ${scoreWords(first)} to ${scoreWords(last)}`}
      width={WIDTH}
      height={HEIGHT}
      top={TOP}
      bottom={BOTTOM}
      points={steps.map(step => ({
        x: x(step.since),
        text: `From ${formatExactTime(step.since)}: ${levelLabel(step.level)}, score ${scoreWords(step)}`,
        marks: step.score === undefined ? [] : [y(step.score)],
      }))}
      className={styles.spark}
    >
      {GRID.map(score => (
        <line
          key={score}
          x1={0}
          x2={WIDTH}
          y1={y(score)}
          y2={y(score)}
          className={styles.sparkGrid}
        />
      ))}
      {steps.filter(isKnown).map(({ score, since, until }, index, known) => {
        const next = known.at(index + 1);
        const rise = next?.since === until ? `V${y(next.score)}` : '';
        return (
          <path
            key={since}
            d={`M${x(since)},${y(score)}H${x(until)}${rise}`}
            className={styles.sparkLine}
          />
        );
      })}
      <text x={0} y={HEIGHT - 4}>
        {dayText(from / DAY_MS)}
      </text>
      <text x={WIDTH} y={HEIGHT - 4} textAnchor="end">
        today
      </text>
    </ReadableChart>
  );
}

function Loaded(props: { entityRef: string; scorecardId: string }) {
  const { entityRef, scorecardId } = props;
  const { error, value } = useEntityHistory(entityRef);
  const now = useNow().getTime();
  if (!value) {
    return (
      <p className={styles.sub} role="status">
        {error ? 'The history is unavailable.' : 'Loading the history…'}
      </p>
    );
  }
  const from = now - DAYS * DAY_MS;
  const steps = scoreSteps(value.scores, scorecardId, from, now);
  return steps.length === 0 ? (
    <p className={styles.sub}>Nothing is recorded yet.</p>
  ) : (
    <Line steps={steps} from={from} to={now} />
  );
}

/** How the score went in 90 days; read once it is on screen, after the card. */
export function LastDays(props: { entityRef: string; scorecardId: string }) {
  const { entityRef, scorecardId } = props;
  const [element, isSeen] = useSeen();
  const path = useEntityPath()(entityRef, SCORECARD_PATH);
  const { from, to } = lastDays(DAYS, useNow().getTime());
  const search = new URLSearchParams({
    scorecard: scorecardId,
    view: 'history',
    from,
    to,
  });
  return (
    <div ref={element}>
      <h4 className={styles.heading}>
        Last {DAYS} days
        <small>what is proven of 100; a gap is not known</small>{' '}
        {path && (
          <TextLink href={`${path}?${search}`} strong>
            History
          </TextLink>
        )}
      </h4>
      <div className={styles.sparkPlace}>
        {isSeen && <Loaded entityRef={entityRef} scorecardId={scorecardId} />}
      </div>
    </div>
  );
}
