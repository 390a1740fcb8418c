import { Effort } from '../types';
import { blockers } from './levels';
import { gainOf, MINIMUM_EVIDENCE_PCT, scoreScorecard } from './scoreScorecard';
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

/**
 * Unrated entities first need something known at all: the cheapest unknown
 * checks, until there is enough evidence for a level.
 */
function evidenceSteps<T extends ScoredCheck>(
  checks: readonly T[],
  planned: readonly T[],
): T[] {
  const added: T[] = [];
  const candidates = cheapestFirst(
    checks.filter(
      check => check.outcome === 'unknown' && !planned.includes(check),
    ),
    checks,
  );
  for (const candidate of candidates) {
    const { points } = scoreScorecard(
      withPassed(checks, new Set([...planned, ...added])),
    );
    if (!points || points.evidencePct >= MINIMUM_EVIDENCE_PCT) {
      break;
    }
    added.push(candidate);
  }
  return added;
}

/**
 * The way to the next level: the checks in its way, cheapest first, and what
 * the score and the level are once all of them pass.
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
