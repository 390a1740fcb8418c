import { EARNED_LEVELS, EarnedLevel, Level, Stage } from '../types';
import { applicable, blockers, levelRank, requiredChecks } from './levels';
import { Points, ScorecardScore, ScoredCheck } from './types';

/** Below this share of known weight there is no level. @public */
export const MINIMUM_EVIDENCE_PCT = 40;

export function weightOf(checks: readonly ScoredCheck[]): number {
  return checks.reduce((sum, check) => sum + check.weight, 0);
}

function earned(check: ScoredCheck): number {
  return check.outcome === 'pass' ? check.weight * (check.value ?? 1) : 0;
}

/**
 * Points of a set of checks. Unknown is not pass, and neither is waived; what
 * is unknown only makes the range wider.
 *
 * @public
 */
export function scorePoints(
  checks: readonly ScoredCheck[],
): Points | undefined {
  const counted = applicable(checks);
  const total = weightOf(counted);
  if (total === 0) {
    return undefined;
  }
  const got = counted.reduce((sum, check) => sum + earned(check), 0);
  const unknown = weightOf(
    counted.filter(check => check.outcome === 'unknown'),
  );
  return {
    low: (100 * got) / total,
    high: (100 * (got + unknown)) / total,
    evidencePct: (100 * (total - unknown)) / total,
  };
}

/** Points of the checks of one stage. @public */
export function scoreStage(
  checks: readonly ScoredCheck[],
  stage: Stage,
): Points | undefined {
  return scorePoints(checks.filter(check => check.stage === stage));
}

/**
 * Points that a full pass of the check would add to the score. The gains of
 * all checks and the score together are 100.
 *
 * @public
 */
export function gainOf(
  check: ScoredCheck,
  checks: readonly ScoredCheck[],
): number {
  const total = weightOf(applicable(checks));
  if (check.outcome === 'not_applicable' || total === 0) {
    return 0;
  }
  return (100 * (check.weight - earned(check))) / total;
}

/**
 * Climbs until the first level that is not met. A level without an applicable
 * required check of its own is passed over and never shown.
 */
function climb(checks: readonly ScoredCheck[]): {
  level: Level;
  nextLevel?: EarnedLevel;
} {
  let level: Level = 'none';
  for (const candidate of EARNED_LEVELS) {
    if (requiredChecks(checks, candidate).length > 0) {
      if (blockers(checks, candidate).length > 0) {
        return { level, nextLevel: candidate };
      }
      level = candidate;
    }
  }
  return { level };
}

function lowestLevel(checks: readonly ScoredCheck[]): EarnedLevel | undefined {
  return EARNED_LEVELS.find(level => requiredChecks(checks, level).length > 0);
}

function tieredPct(
  checks: readonly ScoredCheck[],
  level: Level,
  nextLevel: EarnedLevel | undefined,
): number {
  const below = 100 * (levelRank(level) - levelRank('none'));
  const next = nextLevel && scorePoints(requiredChecks(checks, nextLevel));
  return below + (next ? next.low : 0);
}

/**
 * Scores a scorecard: points with their range, and the level.
 *
 * @public
 */
export function scoreScorecard(checks: readonly ScoredCheck[]): ScorecardScore {
  const points = scorePoints(checks);
  const waivers = checks.filter(check => check.outcome === 'waived').length;
  if (!points || points.evidencePct < MINIMUM_EVIDENCE_PCT) {
    return {
      points,
      level: 'unrated',
      nextLevel: lowestLevel(checks),
      waivers,
    };
  }
  const { level, nextLevel } = climb(checks);
  return {
    points,
    level,
    nextLevel,
    waivers,
    tieredPct: tieredPct(checks, level, nextLevel),
  };
}

/** A number of the score as people read it, with one decimal. @public */
export function roundForDisplay(value: number): number {
  return Math.round(value * 10) / 10;
}
