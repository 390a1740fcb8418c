import {
  Campaign,
  CampaignPoint,
} from '@synchrony/backstage-plugin-scorecards-common';

const DAY_MS = 24 * 60 * 60_000;

interface BurnUpPoint {
  day: number;
  passed: number;
  counted: number;
}

/** What a burn-up chart draws; days are numbers since the epoch. */
export interface BurnUp {
  first: number;
  last: number;
  /** Most that ever counted. */
  max: number;
  /** Runs of days without a gap between them. */
  runs: BurnUpPoint[][];
  /** Of what counts now, how many are expected to have passed. */
  milestones: { day: number; sharePct: number; expected: number }[];
}

function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

export function burnUpOf(
  { milestones, startDate, targetDate }: Campaign,
  points: readonly CampaignPoint[],
): BurnUp {
  const runs: BurnUpPoint[][] = [];
  for (const { counted, day, standings } of points) {
    const point = { day: dayNumber(day), passed: standings.passed, counted };
    const run = runs.at(-1);
    if (run && point.day - run[run.length - 1].day === 1) {
      run.push(point);
    } else {
      runs.push([point]);
    }
  }
  const counted = points.at(-1)?.counted ?? 0;
  const expectations = [...milestones, { date: targetDate, sharePct: 100 }];
  return {
    first: dayNumber(startDate),
    last: dayNumber(targetDate),
    max: Math.max(0, ...points.map(point => point.counted)),
    runs,
    milestones: expectations.map(({ date, sharePct }) => ({
      day: dayNumber(date),
      sharePct,
      expected: (counted * sharePct) / 100,
    })),
  };
}
