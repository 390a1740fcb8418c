import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import {
  CurrentResults,
  ResultChanges,
  StandingCheck,
  StoredScore,
  StoredViewHead,
} from '../store/results';
import { EvaluatedCheck, EvaluatedScorecard } from './evaluateScorecard';
import { noticeOf } from '../notices/noticeOf';
import { toStoredCheck, toStoredScore, toStoredView } from './toStored';

/** An entity that was evaluated; one that is gone has no row. */
export interface EvaluatedEntity {
  entityRef: string;
  entity?: EntityRow;
  scorecards: EvaluatedScorecard[];
  /** When what was evaluated became so. */
  at: number;
}

interface CurrentEntity {
  checks: Map<string, StandingCheck>;
  scores: Map<string, StoredScore>;
  view?: StoredViewHead;
}

function byEntity(current: CurrentResults): (ref: string) => CurrentEntity {
  const entities = new Map<string, CurrentEntity>();
  const entityOf = (ref: string): CurrentEntity => {
    const known = entities.get(ref) ?? { checks: new Map(), scores: new Map() };
    entities.set(ref, known);
    return known;
  };
  for (const row of current.checks) {
    entityOf(row.entity_ref).checks.set(row.check_id, row);
  }
  for (const row of current.scores) {
    entityOf(row.entity_ref).scores.set(row.scorecard_id, row);
  }
  for (const row of current.views) {
    entityOf(row.entity_ref).view = row;
  }
  return entityOf;
}

function isSameOutcome(
  before: StandingCheck,
  { compiled, result }: EvaluatedCheck,
): boolean {
  return (
    before.outcome === result.outcome &&
    before.unknown_reason === (result.unknownReason ?? null) &&
    before.check_version === compiled.definition.version
  );
}

const TIMES = new Set<string>([
  'since',
  'is_first',
  'computed_at',
  'public_computed_at',
] satisfies (keyof StoredScore)[]);

/** What outsiders are not told of a score. */
const HIDDEN = new Set<string>([
  'waivers',
  'plan_steps',
  'score_high',
  'evidence_pct',
  'outcomes',
  'losing',
] satisfies (keyof StoredScore)[]);

function isEqual(
  before: StoredScore,
  now: StoredScore,
  isLeftOut: (column: string) => boolean,
) {
  return Object.keys(now).every(
    column =>
      isLeftOut(column) ||
      before[column as keyof StoredScore] === now[column as keyof StoredScore],
  );
}

function isSameScore(before: StoredScore, now: StoredScore) {
  return isEqual(before, now, column => TIMES.has(column));
}

/** The public time stays where only something changed that is hidden. */
function withPublicTime(
  now: StoredScore,
  before: StoredScore | undefined,
): StoredScore {
  const isSame =
    before &&
    isEqual(before, now, column => TIMES.has(column) || HIDDEN.has(column));
  return isSame
    ? {
        ...now,
        public_computed_at: before.public_computed_at ?? before.computed_at,
      }
    : now;
}

function isSameStanding(before: StoredScore, now: StoredScore) {
  return (
    before.scorecard_version === now.scorecard_version &&
    before.level === now.level &&
    before.outcomes === now.outcomes &&
    before.tier === now.tier &&
    before.waivers === now.waivers &&
    before.score_low === now.score_low &&
    before.score_high === now.score_high &&
    before.evidence_pct === now.evidence_pct
  );
}

/**
 * The past is never rewritten, with one exception: before the first evidence
 * nothing was known, and the evidence may be older than the moment at which
 * that was noticed. So history that is loaded oldest first stays history.
 */
function timeOfChange(
  before: { since: number; is_first: number } | undefined,
  knewNothing: boolean,
  at: number,
): number {
  const isOpen = before?.is_first === 1 && knewNothing;
  return before && !isOpen ? Math.max(at, before.since) : at;
}

function planCheck(
  entityRef: string,
  check: EvaluatedCheck,
  before: StandingCheck | undefined,
  at: number,
  now: Date,
  changes: ResultChanges,
): number {
  if (before && isSameOutcome(before, check)) {
    return before.since;
  }
  const since = timeOfChange(before, before?.unknown_reason === 'no_data', at);
  const isFirst = !before || since <= before.since;
  changes.openedChecks.push(
    toStoredCheck(entityRef, check, { since, isFirst }, now),
  );
  if (before && before.since < since) {
    changes.closedChecks.push({ ...before, until: since });
  }
  return since;
}

function planChecks(
  { entityRef, scorecards, at }: EvaluatedEntity,
  current: CurrentEntity,
  now: Date,
  changes: ResultChanges,
): Map<string, number> {
  const since = new Map<string, number>();
  for (const check of scorecards.flatMap(scorecard => scorecard.checks)) {
    if (!since.has(check.id)) {
      const before = current.checks.get(check.id);
      since.set(
        check.id,
        planCheck(entityRef, check, before, at, now, changes),
      );
    }
  }
  for (const [checkId, before] of current.checks) {
    if (!since.has(checkId)) {
      changes.closedChecks.push({
        ...before,
        until: Math.max(at, before.since),
      });
    }
  }
  return since;
}

function planScore(
  entity: EntityRow,
  scorecard: EvaluatedScorecard,
  before: StoredScore | undefined,
  at: number,
  now: Date,
  changes: ResultChanges,
): void {
  const since = timeOfChange(before, before?.level === 'unrated', at);
  const isFirst = !before || since <= before.since;
  const score = withPublicTime(
    toStoredScore(entity, scorecard, { since, isFirst }, now),
    before,
  );
  if (before && isSameStanding(before, score)) {
    if (!isSameScore(before, score)) {
      changes.scores.push({
        ...score,
        since: before.since,
        is_first: before.is_first,
      });
    }
    return;
  }
  changes.scores.push(score);
  changes.history.push(score);
  const notice = before && noticeOf(before, score, { at, now });
  if (notice === 'silence') {
    changes.silencedNotices.push({
      scorecard_id: score.scorecard_id,
      entity_ref: score.entity_ref,
    });
  } else if (notice) {
    changes.notices.push(notice);
  }
  if (before && before.since > since) {
    changes.replacedHistory.push(before);
  }
}

function noChanges(): ResultChanges {
  return {
    closedChecks: [],
    openedChecks: [],
    scores: [],
    history: [],
    replacedHistory: [],
    endedHistory: [],
    notices: [],
    silencedNotices: [],
    views: [],
    removedScores: [],
    removedViews: [],
  };
}

/**
 * Collects what has to be written after evaluations: only what differs from
 * what is stored.
 */
export class ChangePlan {
  readonly changes = noChanges();
  readonly #currentOf: (ref: string) => CurrentEntity;
  readonly #now: Date;

  constructor(stored: CurrentResults, now: Date) {
    this.#currentOf = byEntity(stored);
    this.#now = now;
  }

  add(item: EvaluatedEntity): void {
    const { changes } = this;
    const now = this.#now;
    const current = this.#currentOf(item.entityRef);
    const since = planChecks(item, current, now, changes);
    const scorecardIds = new Set(
      item.scorecards.map(({ definition }) => definition.id),
    );
    for (const [scorecardId, score] of current.scores) {
      if (!scorecardIds.has(scorecardId)) {
        changes.removedScores.push({
          scorecard_id: scorecardId,
          entity_ref: item.entityRef,
        });
        changes.endedHistory.push({
          score,
          endedAt: Math.max(item.at, score.since),
        });
      }
    }
    const { entity } = item;
    if (entity) {
      for (const scorecard of item.scorecards) {
        planScore(
          entity,
          scorecard,
          current.scores.get(scorecard.definition.id),
          item.at,
          now,
          changes,
        );
      }
      const view = toStoredView(
        entity,
        item.scorecards,
        checkId => new Date(since.get(checkId) ?? item.at).toISOString(),
        now,
        current.view,
      );
      if (
        view.full_hash !== current.view?.full_hash ||
        view.public_hash !== current.view.public_hash ||
        view.owner_ref !== current.view.owner_ref
      ) {
        changes.views.push(view);
      }
    } else if (current.view) {
      changes.removedViews.push(item.entityRef);
    }
  }
}

/** What has to be written after evaluating some entities. */
export function planChanges(
  evaluated: EvaluatedEntity[],
  stored: CurrentResults,
  now: Date,
): ResultChanges {
  const plan = new ChangePlan(stored, now);
  for (const item of evaluated) {
    plan.add(item);
  }
  return plan.changes;
}
