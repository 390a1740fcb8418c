import { hash as digest } from 'node:crypto';
import {
  EntityScorecards,
  levelRank,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { encodeOutcomes, LedgerMark } from '../ledger/outcomeCodes';
import { stageWeights } from '../rollups/stageWeights';
import {
  StoredCheckResult,
  StoredScore,
  StoredView,
  StoredViewHead,
} from '../store/results';
import { packText } from '../store/packedText';
import {
  EvaluatedCheck,
  EvaluatedScorecard,
  tierOf,
} from './evaluateScorecard';
import {
  publicEvidencePct,
  publicPoints,
  publicWaivers,
  redactScorecard,
} from './redact';
import { toScorecardView } from './toView';

/** In the order of the scorecard, however many of its checks wait. */
function marksOf(
  checks: EvaluatedScorecard['checks'],
  definition: EvaluatedScorecard['definition'],
): (LedgerMark | undefined)[] {
  const found = new Map(checks.map(check => [check.id, check]));
  return definition.checks.map(({ check: name, requiredFor, sooner }) => {
    const check = found.get(name.split('@')[0]);
    return (
      check && {
        outcome: check.result.outcome,
        unknownReason: check.result.unknownReason,
        isUnderWaiver: check.result.isUnderWaiver,
        isSooner:
          sooner !== undefined &&
          check.requiredFor !== requiredFor &&
          check.requiredFor === sooner.requiredFor,
      }
    );
  });
}

export function toStoredScore(
  entity: EntityRow,
  { atRisk, checks, definition, plan, score, target }: EvaluatedScorecard,
  { since, isFirst }: { since: number; isFirst: boolean },
  now: Date,
): StoredScore {
  const open = publicPoints(checks);
  const evidencePct = publicEvidencePct(score.level, open);
  return {
    scorecard_id: definition.id,
    entity_ref: entity.entityRef,
    scorecard_version: definition.version,
    name: entity.name.toLocaleLowerCase('en-US'),
    title: entity.title ?? null,
    owner_ref: entity.ownerRef ?? null,
    system_ref: entity.systemRef ?? null,
    tier: tierOf(entity) ?? null,
    type: entity.type ?? null,
    lifecycle: entity.lifecycle ?? null,
    level: score.level,
    level_rank: levelRank(score.level),
    target_level: target ?? null,
    next_level: score.nextLevel ?? null,
    plan_steps: plan.steps.length,
    waivers: score.waivers,
    public_waivers: publicWaivers(checks),
    score_low: score.points?.low ?? null,
    score_high: score.points?.high ?? null,
    evidence_pct: score.points?.evidencePct ?? null,
    public_score_high: open?.high ?? null,
    public_evidence_pct: evidencePct ?? null,
    sort_score: score.points?.low ?? -1,
    sort_evidence: evidencePct ?? -1,
    outcomes: encodeOutcomes(marksOf(checks, definition)),
    since,
    is_first: isFirst ? 1 : 0,
    computed_at: now.getTime(),
    public_computed_at: now.getTime(),
    losing: atRisk ? JSON.stringify(atRisk.losing) : null,
    at_risk_until: atRisk?.until ?? null,
    ...stageWeights(checks),
  };
}

export function toStoredCheck(
  entityRef: string,
  { id, compiled, result }: EvaluatedCheck,
  { since, isFirst }: { since: number; isFirst: boolean },
  now: Date,
): StoredCheckResult {
  return {
    entity_ref: entityRef,
    check_id: id,
    since,
    is_first: isFirst ? 1 : 0,
    check_version: compiled.definition.version,
    outcome: result.outcome,
    unknown_reason: result.unknownReason ?? null,
    reason: result.reason,
    evidence: JSON.stringify(result.evidence),
    recorded_at: now.getTime(),
  };
}

function whyNone(entity: EntityRow): string {
  return `No scorecard covers entities like this one (${[
    entity.kind,
    entity.type,
    entity.lifecycle,
  ]
    .filter(Boolean)
    .join(', ')}).`;
}

/** Nothing else in an answer is called so, and quotes in texts are escaped. */
const NOT_COMPUTED = '"computedAt":""';

/**
 * The time of computing stands in an answer only where the answer changed; one
 * that did not comes empty.
 */
function answer(
  entity: EntityRow,
  scorecards: ScorecardView[],
  now: Date,
  hashBefore: string | undefined,
): { packed: Buffer; hash: string } {
  const body: EntityScorecards = {
    entityRef: entity.entityRef,
    scorecards,
    ...(scorecards.length === 0 && { notApplicableBecause: whyNone(entity) }),
  };
  // The keys of an answer always come in the same order, so its text tells
  // whether it changed; sorting them took most of the time of an evaluation.
  const text = JSON.stringify(body);
  const hash = digest('sha256', text);
  return {
    hash,
    packed:
      hash === hashBefore
        ? Buffer.alloc(0)
        : packText(
            text.replaceAll(
              NOT_COMPUTED,
              `"computedAt":"${now.toISOString()}"`,
            ),
          ),
  };
}

export function toStoredView(
  entity: EntityRow,
  evaluated: EvaluatedScorecard[],
  sinceOf: (checkId: string) => string,
  now: Date,
  before: StoredViewHead | undefined,
): StoredView {
  const views = evaluated.map(item => toScorecardView(item, sinceOf, ''));
  const full = answer(entity, views, now, before?.full_hash);
  const open = answer(
    entity,
    views.map((view, index) => redactScorecard(view, evaluated[index])),
    now,
    before?.public_hash,
  );
  return {
    entity_ref: entity.entityRef,
    version: (before?.version ?? 0) + 1,
    full_answer: full.packed,
    full_hash: full.hash,
    public_answer: open.packed,
    public_hash: open.hash,
    owner_ref: entity.ownerRef ?? null,
  };
}
