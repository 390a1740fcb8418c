import {
  CheckView,
  EARNED_LEVELS,
  Level,
  LEVELS,
  Outcome,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';

/** Checks that count, leaving out those that do not apply. */
export function applicableChecks(scorecard: ScorecardView): CheckView[] {
  return scorecard.checks.filter(({ outcome }) => outcome !== 'not_applicable');
}

/** Checks with an outcome. */
export function checksWith(
  scorecard: ScorecardView,
  outcome: Outcome,
): CheckView[] {
  return scorecard.checks.filter(check => check.outcome === outcome);
}

/**
 * Checks that stand in the way of the next level, in the order of the plan:
 * by effort, then by gain. Without a plan (a viewer who may not see it), those
 * required up to the next level that are open, in the order of the scorecard.
 */
export function blockingChecks(scorecard: ScorecardView): CheckView[] {
  if (scorecard.plan) {
    const byId = new Map(scorecard.checks.map(check => [check.id, check]));
    return scorecard.plan.flatMap(step => byId.get(step.checkId) ?? []);
  }
  const { nextLevel } = scorecard;
  if (!nextLevel) {
    return [];
  }
  const upTo = EARNED_LEVELS.indexOf(nextLevel);
  return scorecard.checks.filter(
    check =>
      (check.outcome === 'fail' || check.outcome === 'unknown') &&
      check.requiredFor !== undefined &&
      EARNED_LEVELS.indexOf(check.requiredFor) <= upTo,
  );
}

/**
 * Required checks that fail or are not known, up to the target; once that is
 * reached, or without one, up to the next level.
 */
export function requiredGaps(scorecard: ScorecardView): CheckView[] {
  const { nextLevel, targetLevel } = scorecard;
  const goal = meetsTarget(scorecard) ? nextLevel : (targetLevel ?? nextLevel);
  return scorecard.checks.filter(
    ({ outcome, requiredFor }) =>
      (outcome === 'fail' || outcome === 'unknown') &&
      goal !== undefined &&
      requiredFor !== undefined &&
      EARNED_LEVELS.indexOf(requiredFor) <= EARNED_LEVELS.indexOf(goal),
  );
}

/** Whether the level is at the target or above it. */
export function meetsTarget(scorecard: ScorecardView): boolean {
  return (
    scorecard.targetLevel !== undefined &&
    rankOf(scorecard.level) >= rankOf(scorecard.targetLevel)
  );
}

function rankOf(level: Level): number {
  return LEVELS.indexOf(level);
}

/** Facts that no scanner tells: what is set in the catalog, and who helps. */
const TOLD_BY_PEOPLE = /^(catalog|champions)\./;

function isToldByPeople({ evidence = [], rows }: CheckView): boolean {
  return (
    rows?.kind === 'catalog' ||
    (evidence.length > 0 &&
      evidence.every(({ fact }) => TOLD_BY_PEOPLE.test(fact)))
  );
}

/** Whether no scanner has reported anything yet. */
export function isWithoutReports(scorecard: ScorecardView): boolean {
  return applicableChecks(scorecard).every(
    check =>
      isToldByPeople(check) ||
      (check.outcome === 'unknown' && check.unknownReason === 'no_data'),
  );
}
