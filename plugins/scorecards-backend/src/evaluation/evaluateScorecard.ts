import {
  EarnedLevel,
  NextLevelPlan,
  nextLevelPlan,
  ScorecardScore,
  ScoredCheck,
  scoreScorecard,
  targetLevel,
  WEIGHTS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { CompiledCheck, CompiledScorecard } from '../definitions/compile';
import { ScorecardDefinition } from '../definitions/types';
import { applyWaivers } from './applyWaivers';
import { CheckResult, EntityFacts, evaluateCheck } from './evaluateCheck';

/** A check with its outcome and all that is known about it. */
export interface EvaluatedCheck extends ScoredCheck {
  compiled: Pick<CompiledCheck, 'definition'>;
  result: CheckResult;
}

export interface EvaluatedScorecard {
  definition: ScorecardDefinition;
  checks: EvaluatedCheck[];
  score: ScorecardScore;
  plan: NextLevelPlan<EvaluatedCheck>;
  target?: EarnedLevel;
}

function includes(
  allowed: string[] | undefined,
  value: string | undefined,
): boolean {
  return (
    allowed === undefined ||
    allowed.some(item => item.toLowerCase() === value?.toLowerCase())
  );
}

export function appliesTo(
  { appliesTo: filter }: ScorecardDefinition,
  entity: EntityRow,
): boolean {
  return (
    includes(filter.kind, entity.kind) &&
    includes(filter.type, entity.type) &&
    includes(filter.lifecycle, entity.lifecycle)
  );
}

/** The tier of an entity, e.g. `tier-1`. */
export function tierOf(entity: EntityRow): string | undefined {
  return entity.annotations['synchrony.io/criticality'];
}

export function evaluateScorecard(
  scorecard: CompiledScorecard,
  entity: EntityRow,
  facts: EntityFacts,
  now: Date,
): EvaluatedScorecard {
  const checks = scorecard.checks.map(
    ({ check, requiredFor }): EvaluatedCheck => {
      const result = applyWaivers(
        check.definition,
        evaluateCheck(check, facts),
        facts,
        now.getTime(),
      );
      const { id, stage, weight, waivable, effort } = check.definition;
      return {
        id,
        stage,
        weight: WEIGHTS[weight],
        requiredFor,
        waivable,
        effort,
        outcome: result.outcome,
        compiled: check,
        result,
      };
    },
  );
  return {
    definition: scorecard.definition,
    checks,
    score: scoreScorecard(checks),
    plan: nextLevelPlan(checks),
    target: targetLevel(
      checks,
      scorecard.definition.targetByTier,
      tierOf(entity),
    ),
  };
}
