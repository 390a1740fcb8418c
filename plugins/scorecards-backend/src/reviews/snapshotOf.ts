import {
  EarnedLevel,
  isAtLeast,
  levelRank,
  ReviewSnapshot,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';

/** The level that is asked for: the target, or the next one once it is reached. */
function goalOf(view: ScorecardView): EarnedLevel | undefined {
  const { level, nextLevel, targetLevel } = view;
  const isReached =
    targetLevel !== undefined && levelRank(level) >= levelRank(targetLevel);
  return targetLevel === undefined || isReached ? nextLevel : targetLevel;
}

/**
 * What a review keeps of a scorecard.
 *
 * @param view - the scorecard as everybody may see it
 */
export function snapshotOf(view: ScorecardView): ReviewSnapshot {
  const goal = goalOf(view);
  return {
    level: view.level,
    targetLevel: view.targetLevel,
    scoreLow: view.scoreLow,
    scoreHigh: view.scoreHigh,
    failing: view.checks.flatMap(check => {
      const { needsAttention, outcome, requiredFor } = check;
      return goal &&
        requiredFor &&
        isAtLeast(goal, requiredFor) &&
        (outcome === 'fail' || outcome === 'unknown')
        ? [
            {
              checkId: check.id,
              title: check.title,
              outcome,
              ...(needsAttention && { needsAttention }),
              requiredFor,
            },
          ]
        : [];
    }),
  };
}
