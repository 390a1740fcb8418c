import { RollupPoint } from '@synchrony/backstage-plugin-scorecards-common';

const DAY_MS = 24 * 60 * 60_000;

/** Share at target of a tier on a day, in percent. */
export interface TrendValue {
  day: number;
  percent: number;
}

export interface TrendLine {
  tier: string;
  /** Runs of days without a gap between them. */
  runs: TrendValue[][];
  latest: TrendValue & { met: number; total: number };
}

/** Where the rules changed, or what a virtual team works on. */
export interface TrendMarker {
  day: number;
  text: string;
}

/** What a trend is drawn from. Missing days stay gaps; nothing is interpolated. */
export interface Trend {
  first: number;
  last: number;
  lines: TrendLine[];
  markers: TrendMarker[];
}

function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** Days as text, of a day as a number. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

export function trendOf(points: RollupPoint[]): Trend | undefined {
  if (points.length === 0) {
    return undefined;
  }
  const lines = new Map<string, TrendLine>();
  for (const point of points) {
    const day = dayNumber(point.day);
    for (const { tier, target } of point.tiers) {
      if (target.total > 0) {
        const value = { day, percent: (100 * target.met) / target.total };
        const latest = { ...value, ...target };
        const line = lines.get(tier);
        if (!line) {
          lines.set(tier, { tier, runs: [[value]], latest });
        } else if (line.latest.day === day - 1) {
          line.runs.at(-1)?.push(value);
          line.latest = latest;
        } else {
          line.runs.push([value]);
          line.latest = latest;
        }
      }
    }
  }
  return {
    first: dayNumber(points[0].day),
    last: dayNumber(points[points.length - 1].day),
    lines: [...lines.values()].sort((a, b) => a.tier.localeCompare(b.tier)),
    markers: points.flatMap((point, index) => {
      const text = [
        index > 0 &&
          points[index - 1].scorecardVersion !== point.scorecardVersion &&
          `v${point.scorecardVersion}`,
        point.scopeChanged && 'scope',
      ]
        .filter(Boolean)
        .join(', ');
      return text === '' ? [] : [{ day: dayNumber(point.day), text }];
    }),
  };
}

/** The days of which something is known, with the share of each tier. */
export function daysOf({ lines }: Trend): {
  day: number;
  values: { tier: string; percent: number }[];
}[] {
  const days = new Map<number, { tier: string; percent: number }[]>();
  for (const { runs, tier } of lines) {
    for (const { day, percent } of runs.flat()) {
      days.set(day, [...(days.get(day) ?? []), { tier, percent }]);
    }
  }
  return [...days]
    .sort(([one], [other]) => one - other)
    .map(([day, values]) => ({ day, values }));
}
