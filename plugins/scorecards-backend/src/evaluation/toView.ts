import {
  CheckView,
  gainOf,
  levelProgress,
  ScorecardView,
  scoreStage,
  STAGES,
  StageView,
  WaitingCheckView,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  EvaluatedCheck,
  EvaluatedScorecard,
  WaitingCheck,
} from './evaluateScorecard';

function toCheckView(
  check: EvaluatedCheck,
  checks: readonly EvaluatedCheck[],
  since: string,
): CheckView {
  const { definition } = check.compiled;
  const { result } = check;
  return {
    id: check.id,
    title: definition.title,
    stage: check.stage,
    outcome: check.outcome,
    weight: check.weight,
    weightWord: definition.weight,
    requiredFor: check.requiredFor,
    waivable: check.waivable,
    sensitive: definition.sensitive ?? false,
    redacted: false,
    unknownReason: result.unknownReason,
    reason: result.reason,
    evidence: result.evidence,
    evidenceAt: result.evidenceAt,
    staleAt: result.staleAt,
    waivedUntil: result.waivedUntil,
    gain: gainOf(check, checks),
    remediation: definition.remediation,
    rationale: definition.rationale,
    effort: check.effort,
    actor: definition.actor,
    since,
    rows: definition.rows,
  };
}

function toWaitingView({
  definition,
  requiredFor,
  waitingFor,
}: WaitingCheck): WaitingCheckView {
  const { id, rationale, remediation, stage, title, weight } = definition;
  return {
    id,
    title,
    stage,
    weightWord: weight,
    requiredFor,
    waitingFor,
    rationale,
    remediation,
  };
}

function toStageViews(checks: readonly EvaluatedCheck[]): StageView[] {
  return STAGES.map(stage => {
    const points = scoreStage(checks, stage);
    return {
      stage,
      ...(points && { scoreLow: points.low, scoreHigh: points.high }),
      outcomes: checks
        .filter(
          check => check.stage === stage && check.outcome !== 'not_applicable',
        )
        .map(check => check.outcome),
    };
  });
}

/**
 * A scorecard for those who may see what stands behind it.
 *
 * @param sinceOf - since when the outcome of a check holds
 */
export function toScorecardView(
  evaluated: EvaluatedScorecard,
  sinceOf: (checkId: string) => string,
  computedAt: string,
): ScorecardView {
  const { atRisk, checks, definition, plan, score, target, waiting } =
    evaluated;
  return {
    id: definition.id,
    version: definition.version,
    title: definition.title,
    level: score.level,
    ...(atRisk && { atRiskUntil: new Date(atRisk.until).toISOString() }),
    waivers: score.waivers,
    nextLevel: score.nextLevel,
    targetLevel: target,
    ...(score.points && {
      scoreLow: score.points.low,
      scoreHigh: score.points.high,
      evidencePct: score.points.evidencePct,
    }),
    stages: toStageViews(checks),
    checks: checks.map(check => toCheckView(check, checks, sinceOf(check.id))),
    waiting: waiting.map(toWaitingView),
    nextLevelProgress:
      score.nextLevel && levelProgress(checks, score.nextLevel),
    plan: plan.steps.map(({ check, gain }) => ({
      checkId: check.id,
      title: check.compiled.definition.title,
      outcome: check.outcome,
      action: check.result.action ?? check.compiled.definition.action,
      effort: check.effort,
      actor: check.compiled.definition.actor,
      gain,
    })),
    ...(plan.steps.length > 0 &&
      plan.result.points && {
        planResult: {
          level: plan.result.level,
          scoreLow: plan.result.points.low,
          waivers: plan.result.waivers,
        },
      }),
    redacted: false,
    computedAt,
  };
}
