import {
  Level,
  LEVELS,
  RollupPoint,
} from '@synchrony/backstage-plugin-scorecards-common';

const DAY_MS = 24 * 60 * 60_000;
const WEEK_DAYS = 7;
/** A snapshot that is older says nothing about a week. */
const OLDEST_DAYS = 10;

/** How sums differ between the newest snapshot and one of a week before. */
export interface WeekChange {
  /** Day of the older snapshot, `YYYY-MM-DD` in UTC. */
  since: string;
  components: number;
  /** Those that reach the target of their tier. */
  atTarget: number;
  /** Levels that have more or fewer components, from the lowest. */
  levels: { level: Level; difference: number }[];
  /** The version of the scorecard, when another one counts since. */
  newVersion?: number;
}

function atTargetOf({ tiers }: RollupPoint): number {
  return tiers.reduce((sum, { target }) => sum + target.met, 0);
}

/** Undefined without a snapshot of about a week ago. */
export function weekChangeOf(
  points: readonly RollupPoint[],
): WeekChange | undefined {
  const newest = points.at(-1);
  if (!newest) {
    return undefined;
  }
  const age = ({ day }: RollupPoint) =>
    (Date.parse(newest.day) - Date.parse(day)) / DAY_MS;
  const base = points.findLast(point => age(point) >= WEEK_DAYS);
  if (!base || age(base) > OLDEST_DAYS) {
    return undefined;
  }
  return {
    since: base.day,
    components: newest.total - base.total,
    atTarget: atTargetOf(newest) - atTargetOf(base),
    levels: LEVELS.map(level => ({
      level,
      difference: newest.levels[level] - base.levels[level],
    })).filter(({ difference }) => difference !== 0),
    ...(newest.scorecardVersion !== base.scorecardVersion && {
      newVersion: newest.scorecardVersion,
    }),
  };
}
