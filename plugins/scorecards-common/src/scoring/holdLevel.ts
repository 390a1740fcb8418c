import { EARNED_LEVELS, EarnedLevel, Level, WEIGHTS } from '../types';
import { isAtLeast, isMet, levelRank, requiredChecks } from './levels';
import { ScoredCheck } from './types';

/** Since when each level is being lost, in milliseconds since 1970. @public */
export type Losing = Partial<Record<EarnedLevel, number>>;

/** A level as it is shown. @public */
export interface HeldLevel {
  level: Level;
  losing: Losing;
  /** When the level that is shown is lost; absent when it is earned. */
  until?: number;
}

/** What {@link holdLevel} looks at. @public */
export interface HoldLevelOptions {
  checks: readonly ScoredCheck[];
  /** What the checks earn now. */
  earned: Level;
  /** What was shown before; absent where the rules were others. */
  before?: { level: Level; losing: Losing };
  /** As of when, in milliseconds since 1970. */
  at: number;
  /** How long a level that is lost is still shown. */
  graceMs: number;
}

/** Whether a critical check stands in the way of a level or of one below. */
function isCriticallyBlocked(
  checks: readonly ScoredCheck[],
  level: EarnedLevel,
): boolean {
  return EARNED_LEVELS.filter(below => isAtLeast(level, below)).some(below =>
    requiredChecks(checks, below).some(
      check => check.weight >= WEIGHTS.critical && !isMet(check, below),
    ),
  );
}

/**
 * The level to show. One that is lost stays for a while, as at risk, so that a
 * scan that is a day late makes no noise; one that a critical check takes away
 * is lost at once. A level is never shown that was not shown or earned before.
 *
 * @public
 */
export function holdLevel(options: HoldLevelOptions): HeldLevel {
  const { at, before, checks, earned, graceMs } = options;
  const losing: Losing = {};
  let held: HeldLevel = { level: earned, losing };
  for (const level of EARNED_LEVELS) {
    const isLost =
      before !== undefined &&
      isAtLeast(before.level, level) &&
      levelRank(level) > levelRank(earned) &&
      requiredChecks(checks, level).length > 0;
    const since = before?.losing[level] ?? at;
    if (isLost && at < since + graceMs && !isCriticallyBlocked(checks, level)) {
      losing[level] = since;
      held = { level, losing, until: since + graceMs };
    }
  }
  return held;
}
