import { Effort } from '../types';
import { applicable, blockers } from './levels';
import {
  gainOf,
  MINIMUM_EVIDENCE_PCT,
  scoreScorecard,
  weightOf,
} from './scoreScorecard';
import { NextLevelPlan, ScoredCheck } from './types';

const EFFORT_RANK: Record<Effort, number> = { S: 0, M: 1, L: 2 };

function cheapestFirst<T extends ScoredCheck>(
  checks: readonly T[],
  all: readonly T[],
): T[] {
  return checks
    .map(check => ({ check, gain: gainOf(check, all) }))
    .sort(
      (a, b) =>
        EFFORT_RANK[a.check.effort] - EFFORT_RANK[b.check.effort] ||
        b.gain - a.gain,
    )
    .map(({ check }) => check);
}

function withPassed<T extends ScoredCheck>(
  checks: readonly T[],
  passed: ReadonlySet<T>,
): T[] {
  return checks.map(check =>
    passed.has(check) ? { ...check, outcome: 'pass', value: 1 } : check,
  );
}

/** The dearest first, and of the same effort the least telling. */
function leastWorthFirst<T extends ScoredCheck>(checks: readonly T[]): T[] {
  return [...checks].sort(
    (a, b) =>
      EFFORT_RANK[b.effort] - EFFORT_RANK[a.effort] || a.weight - b.weight,
  );
}

/**
 * Unrated entities first need something known at all: the cheapest set of
 * unknown checks that gives enough evidence for a level. A set is cheaper by
 * fewer large steps, then fewer of medium effort, then fewer small ones. Of one
 * class only the number counts, so the heaviest are the best of it, and taking
 * away what can be spared, the dearest first, leaves the cheapest set of all.
 */
function evidenceSteps<T extends ScoredCheck>(
  checks: readonly T[],
  planned: readonly T[],
): T[] {
  const total = weightOf(applicable(checks));
  const candidates = checks.filter(
    check => check.outcome === 'unknown' && !planned.includes(check),
  );
  const steps: T[] = [];
  let spared = 0;
  for (const check of leastWorthFirst(candidates)) {
    const unknown = spared + check.weight;
    if ((100 * (total - unknown)) / total >= MINIMUM_EVIDENCE_PCT) {
      spared = unknown;
    } else {
      steps.push(check);
    }
  }
  return cheapestFirst(steps, checks);
}

/**
 * The way to the next level: the checks in its way, cheapest first, what an
 * unrated entity needs besides to be rated, and what the score and the level
 * are once all of them pass. No step can be left out, and no other steps cost
 * less: fewer large ones first, then fewer of medium effort, then fewer.
 *
 * @public
 */
export function nextLevelPlan<T extends ScoredCheck>(
  checks: readonly T[],
): NextLevelPlan<T> {
  const score = scoreScorecard(checks);
  const required = score.nextLevel
    ? cheapestFirst(blockers(checks, score.nextLevel), checks)
    : [];
  const steps =
    score.level === 'unrated'
      ? [...required, ...evidenceSteps(checks, required)]
      : required;
  return {
    steps: steps.map(check => ({ check, gain: gainOf(check, checks) })),
    result: scoreScorecard(withPassed(checks, new Set(steps))),
  };
}
