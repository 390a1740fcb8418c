import { EARNED_LEVELS, EarnedLevel, Level, LEVELS } from '../types';
import { ScoredCheck } from './types';

/** Place of a level in the order of levels, from 0 for unrated. @public */
export function levelRank(level: Level): number {
  return LEVELS.indexOf(level);
}

/** Whether a level is at or above another. @public */
export function isAtLeast(level: Level, other: Level): boolean {
  return levelRank(level) >= levelRank(other);
}

export function applicable<T extends ScoredCheck>(checks: readonly T[]): T[] {
  return checks.filter(check => check.outcome !== 'not_applicable');
}

/** The applicable checks that a level asks for by itself. */
export function requiredChecks<T extends ScoredCheck>(
  checks: readonly T[],
  level: EarnedLevel,
): T[] {
  return applicable(checks).filter(check => check.requiredFor === level);
}

/** Whether a check does not stand in the way of a level. */
export function isMet(check: ScoredCheck, level: EarnedLevel): boolean {
  return (
    check.outcome === 'pass' ||
    (check.outcome === 'waived' && check.waivable && level !== 'platinum')
  );
}

/** Whether a waiver stands that the highest level does not allow. */
function hasWaiver({ isUnderWaiver, outcome }: ScoredCheck): boolean {
  return (
    outcome === 'waived' || (outcome === 'unknown' && isUnderWaiver === true)
  );
}

/** The checks that stand in the way of a level, those of lower levels aside. */
export function blockers<T extends ScoredCheck>(
  checks: readonly T[],
  level: EarnedLevel,
): T[] {
  const unmet = requiredChecks(checks, level).filter(
    check => !isMet(check, level),
  );
  if (level !== 'platinum') {
    return unmet;
  }
  const waived = applicable(checks).filter(
    check => hasWaiver(check) && !unmet.includes(check),
  );
  return [...unmet, ...waived];
}

/**
 * The level that an entity should have: what its tier asks for, or the nearest
 * level below that one for which any check applies to the entity.
 *
 * @public
 */
export function targetLevel(
  checks: readonly ScoredCheck[],
  targetByTier: Partial<Record<string, EarnedLevel>>,
  tier: string | undefined,
): EarnedLevel | undefined {
  const target = tier === undefined ? undefined : targetByTier[tier];
  if (target === undefined) {
    return undefined;
  }
  return EARNED_LEVELS.filter(
    level =>
      isAtLeast(target, level) && requiredChecks(checks, level).length > 0,
  ).at(-1);
}

/** How far the requirements of a level are met. @public */
export function levelProgress(
  checks: readonly ScoredCheck[],
  level: EarnedLevel,
): { met: number; waived: number; required: number } {
  const required = requiredChecks(checks, level);
  const met = required.filter(check => isMet(check, level));
  return {
    met: met.length,
    waived: met.filter(check => check.outcome === 'waived').length,
    required: required.length,
  };
}
