import {
  EarnedLevel,
  Losing,
  NextLevelPlan,
  nextLevelPlan,
  ScorecardScore,
  ScoredCheck,
  scoreScorecard,
  targetLevel,
  WEIGHTS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { CompiledCheck } from '../definitions/compile';
import { CompiledScorecard } from '../definitions/compileScorecard';
import { CheckDefinition, ScorecardDefinition } from '../definitions/types';
import { applyWaivers } from './applyWaivers';
import {
  appliesByRule,
  CheckResult,
  EntityFacts,
  evaluateCheck,
  isTrue,
} from './evaluateCheck';

/** A check with its outcome and all that is known about it. */
export interface EvaluatedCheck extends ScoredCheck {
  compiled: Pick<CompiledCheck, 'definition'>;
  result: CheckResult;
}

/** A check that applies and that nobody can measure yet. */
export interface WaitingCheck {
  definition: CheckDefinition;
  waitingFor: string[];
  requiredFor?: EarnedLevel;
}

export interface EvaluatedScorecard {
  definition: ScorecardDefinition;
  checks: EvaluatedCheck[];
  /** They are in no sum: neither points nor levels know of them. */
  waiting: WaitingCheck[];
  score: ScorecardScore;
  plan: NextLevelPlan<EvaluatedCheck>;
  target?: EarnedLevel;
  /** Set while the level of the score is one that is lost already. */
  atRisk?: { losing: Losing; until: number };
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

function resultOf(
  check: CompiledCheck,
  facts: EntityFacts,
  now: Date,
  known: Map<CompiledCheck, CheckResult>,
): CheckResult {
  const before = known.get(check);
  if (before) {
    return before;
  }
  const result = applyWaivers(
    check.definition,
    evaluateCheck(check, facts),
    facts,
    now.getTime(),
  );
  known.set(check, result);
  return result;
}

/** The level that requires a check of this entity. */
function requiredForOf(
  { requiredFor, sooner }: CompiledScorecard['checks'][number],
  facts: EntityFacts,
): EarnedLevel | undefined {
  return sooner && isTrue(sooner.when, facts)
    ? sooner.requiredFor
    : requiredFor;
}

/**
 * Decides every check of a scorecard for an entity, and scores it.
 *
 * @param known - results of checks that other scorecards have too
 */
export function evaluateScorecard(
  scorecard: CompiledScorecard,
  entity: EntityRow,
  facts: EntityFacts,
  now: Date,
  known = new Map<CompiledCheck, CheckResult>(),
): EvaluatedScorecard {
  const checks: EvaluatedCheck[] = [];
  const waiting: WaitingCheck[] = [];
  for (const entry of scorecard.checks) {
    const { check } = entry;
    const { definition, waitingFor } = check;
    const requiredFor = requiredForOf(entry, facts);
    if (waitingFor.length > 0) {
      if (appliesByRule(check, facts)) {
        waiting.push({ definition, waitingFor, requiredFor });
      }
      continue;
    }
    const result = resultOf(check, facts, now, known);
    const { id, stage, weight, waivable, effort } = definition;
    checks.push({
      id,
      stage,
      weight: WEIGHTS[weight],
      requiredFor,
      waivable,
      effort,
      outcome: result.outcome,
      ...(result.isUnderWaiver && { isUnderWaiver: true }),
      compiled: check,
      result,
    });
  }
  return {
    definition: scorecard.definition,
    checks,
    waiting,
    score: scoreScorecard(checks),
    plan: nextLevelPlan(checks),
    target: targetLevel(
      checks,
      scorecard.definition.targetByTier,
      tierOf(entity),
    ),
  };
}
