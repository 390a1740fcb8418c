import { CampaignGoal } from '@synchrony/backstage-plugin-scorecards-common';
import { CompiledScorecard } from '../definitions/compileScorecard';
import { Goal, GoalCheck } from './types';

/** The checks of a scorecard. */
export function checksOf(scorecard: CompiledScorecard): GoalCheck[] {
  return scorecard.checks.map(({ check: { definition } }) => ({
    id: definition.id,
    title: definition.title,
    sensitive: definition.sensitive === true,
  }));
}

/**
 * A goal with its checks as they are defined now. One that is defined no more
 * stays in the goal: nobody passes it, and nobody knows.
 */
export function goalOf(
  goal: CampaignGoal,
  scorecard: CompiledScorecard | undefined,
): Goal {
  const checks = scorecard ? checksOf(scorecard) : [];
  return {
    level: goal.level,
    checks: goal.checks.map(
      id =>
        checks.find(check => check.id === id) ?? {
          id,
          title: id,
          sensitive: false,
        },
    ),
  };
}
