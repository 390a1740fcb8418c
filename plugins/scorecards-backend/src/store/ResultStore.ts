import {
  Level,
  Outcome,
  UnknownReason,
} from '@synchrony/backstage-plugin-scorecards-common';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { StageWeights } from '../rollups/stageWeights';
import { StoredNotice } from '../notices/noticeOf';
import { DirtyEntity, DirtyStore } from './DirtyStore';
import { upsertRows } from './upsertRows';

/** An outcome and how long it holds; `until` is null while it does. */
export interface StoredCheckResult {
  entity_ref: string;
  check_id: string;
  since: number;
  until: number | null;
  /** 1 for the first outcome that the check had. */
  is_first: number;
  check_version: number;
  outcome: Outcome;
  unknown_reason: UnknownReason | null;
  reason: string;
  evidence: string;
  recorded_at: number;
}

/** Where an entity stands in one scorecard. */
export interface StoredScore extends StageWeights {
  scorecard_id: string;
  entity_ref: string;
  scorecard_version: number;
  name: string;
  title: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  tier: string | null;
  type: string | null;
  lifecycle: string | null;
  level: Level;
  level_rank: number;
  target_level: string | null;
  next_level: string | null;
  /** How many steps lead there; null when that was not computed yet. */
  plan_steps: number | null;
  waivers: number;
  public_waivers: number;
  score_low: number | null;
  score_high: number | null;
  evidence_pct: number | null;
  public_score_high: number | null;
  public_evidence_pct: number | null;
  sort_score: number;
  sort_evidence: number;
  /** One letter a check, in the order of the scorecard; null when not known. */
  outcomes: string | null;
  /** Since when it stands there. */
  since: number;
  /** 1 until it stood anywhere else. */
  is_first: number;
  computed_at: number;
  /** Levels that are being lost, since when, JSON; null when none is. */
  losing: string | null;
  /** When the level is lost; null while it is earned. */
  at_risk_until: number | null;
}

export interface StoredView {
  entity_ref: string;
  version: number;
  full_json: string;
  full_hash: string;
  public_json: string;
  public_hash: string;
  owner_ref: string | null;
}

/** What is stored about some entities now. */
export interface CurrentResults {
  checks: StoredCheckResult[];
  scores: StoredScore[];
  views: StoredView[];
}

/** What evaluating a batch of entities changes. */
export interface ResultChanges {
  /** Intervals that end, with their ends. */
  closedChecks: StoredCheckResult[];
  openedChecks: StoredCheckResult[];
  /** Intervals that an earlier one takes the place of. */
  replacedChecks: StoredCheckResult[];
  scores: StoredScore[];
  /** Scores whose level or numbers changed. */
  history: StoredScore[];
  /** Scores whose place in history an earlier one takes. */
  replacedHistory: StoredScore[];
  /** Scores of scorecards that cover the entity no more. */
  endedHistory: { score: StoredScore; endedAt: number }[];
  /** Changes of level that people are told of. */
  notices: StoredNotice[];
  /** Entities and scorecards of whose changes nobody is told any more. */
  silencedNotices: { scorecard_id: string; entity_ref: string }[];
  views: StoredView[];
  removedScores: { scorecard_id: string; entity_ref: string }[];
  removedViews: string[];
}

const ROWS_A_STATEMENT = 200;

/** Outcomes, scores and answers, now and in history. */
export class ResultStore {
  readonly #database: Knex;
  readonly #dirty: DirtyStore;

  constructor(database: Knex, dirty: DirtyStore) {
    this.#database = database;
    this.#dirty = dirty;
  }

  async current(entityRefs: string[]): Promise<CurrentResults> {
    const results: CurrentResults = { checks: [], scores: [], views: [] };
    for (const chunk of chunks(entityRefs, ROWS_A_STATEMENT)) {
      const checks = await this.#database('check_results')
        .whereIn('entity_ref', chunk)
        .whereNull('until');
      results.checks.push(
        ...checks.map(row => ({ ...row, since: Number(row.since) })),
      );
      const scores = await this.#database('entity_scores').whereIn(
        'entity_ref',
        chunk,
      );
      results.scores.push(
        ...scores.map(row => ({
          ...row,
          since: Number(row.since),
          at_risk_until:
            row.at_risk_until === null ? null : Number(row.at_risk_until),
        })),
      );
      results.views.push(
        ...(await this.#database('entity_views').whereIn('entity_ref', chunk)),
      );
    }
    return results;
  }

  /** State, history and what was waiting, in one transaction. */
  async write(changes: ResultChanges, done: DirtyEntity[]): Promise<void> {
    await this.#database.transaction(async tx => {
      const checkKey: ('entity_ref' | 'check_id' | 'since')[] = [
        'entity_ref',
        'check_id',
        'since',
      ];
      await remove(tx, 'check_results', checkKey, changes.replacedChecks);
      await upsertRows(tx, 'check_results', checkKey, changes.closedChecks);
      await upsertRows(tx, 'check_results', checkKey, changes.openedChecks);
      await upsertRows(
        tx,
        'entity_scores',
        ['scorecard_id', 'entity_ref'],
        changes.scores,
      );
      const historyKey: ('entity_ref' | 'scorecard_id' | 'since')[] = [
        'entity_ref',
        'scorecard_id',
        'since',
      ];
      await remove(
        tx,
        'entity_score_history',
        historyKey,
        changes.replacedHistory,
      );
      await upsertRows(
        tx,
        'entity_score_history',
        historyKey,
        changes.history.map(score => toHistoryRow(score, null)),
      );
      await endHistory(tx, historyKey, changes.endedHistory);
      const noticeKey: ('scorecard_id' | 'entity_ref')[] = [
        'scorecard_id',
        'entity_ref',
      ];
      await remove(tx, 'level_notices', noticeKey, [
        ...changes.silencedNotices,
        ...changes.removedScores,
      ]);
      await addNotices(tx, noticeKey, changes.notices);
      await upsertRows(tx, 'entity_views', ['entity_ref'], changes.views);
      await remove(
        tx,
        'entity_scores',
        ['scorecard_id', 'entity_ref'],
        changes.removedScores,
      );
      await remove(
        tx,
        'entity_views',
        ['entity_ref'],
        changes.removedViews.map(ref => ({ entity_ref: ref })),
      );
      await this.#dirty.settle(tx, done);
    });
  }

  /** Entities that were scored with one of these owners. */
  async ownedBy(ownerRefs: string[]): Promise<string[]> {
    const rows = await this.#database<StoredScore>('entity_scores')
      .distinct('entity_ref')
      .whereIn('owner_ref', ownerRefs);
    return rows.map(row => row.entity_ref);
  }

  /** Has levels evaluated anew whose time of grace is over. */
  async endGrace(now: Date): Promise<void> {
    const due = await this.#database<StoredScore>('entity_scores')
      .where('at_risk_until', '<=', now.getTime())
      .select('entity_ref', 'at_risk_until');
    if (due.length > 0) {
      await this.#dirty.mark(
        this.#database,
        due.map(row => ({
          entityRef: row.entity_ref,
          at: Number(row.at_risk_until),
        })),
      );
    }
  }

  /** The answer about one entity. */
  async view(entityRef: string): Promise<StoredView | undefined> {
    return this.#database<StoredView>('entity_views')
      .where({ entity_ref: entityRef })
      .first();
  }
}

/** What history keeps of a score. */
function toHistoryRow(score: StoredScore, endedAt: number | null) {
  return {
    entity_ref: score.entity_ref,
    scorecard_id: score.scorecard_id,
    since: score.since,
    ended_at: endedAt,
    scorecard_version: score.scorecard_version,
    outcomes: score.outcomes,
    tier: score.tier,
    level: score.level,
    waivers: score.waivers,
    score_low: score.score_low,
    score_high: score.score_high,
    evidence_pct: score.evidence_pct,
    recorded_at: score.computed_at,
  };
}

async function endHistory(
  tx: Knex.Transaction,
  key: string[],
  ended: ResultChanges['endedHistory'],
): Promise<void> {
  for (const chunk of chunks(ended, ROWS_A_STATEMENT)) {
    await tx('entity_score_history')
      .insert(chunk.map(({ score, endedAt }) => toHistoryRow(score, endedAt)))
      .onConflict(key)
      .merge(['ended_at']);
  }
}

/** The level from which a change began stays until people were told of it. */
async function addNotices(
  tx: Knex.Transaction,
  key: string[],
  notices: StoredNotice[],
): Promise<void> {
  for (const chunk of chunks(notices, ROWS_A_STATEMENT)) {
    await tx('level_notices').insert(chunk).onConflict(key).ignore();
  }
}

async function remove<K extends string>(
  tx: Knex.Transaction,
  table: string,
  key: K[],
  rows: Record<K, string | number>[],
): Promise<void> {
  for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
    await tx(table)
      .whereIn(
        key,
        chunk.map(row => key.map(column => row[column])),
      )
      .delete();
  }
}
