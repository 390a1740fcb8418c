import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { CheckStore } from './CheckStore';
import { DirtyEntity, DirtyStore } from './DirtyStore';
import { MarkStore, StoredMark } from './MarkStore';
import { removeRows } from './removeRows';
import {
  CurrentResults,
  ResultChanges,
  StoredScore,
  StoredView,
  StoredViewHead,
} from './results';
import { upsertRows } from './upsertRows';

const ROWS_A_STATEMENT = 200;
const VIEW_HEAD: (keyof StoredViewHead)[] = [
  'entity_ref',
  'version',
  'full_hash',
  'public_hash',
  'owner_ref',
];
const SCORE_KEY: ('scorecard_id' | 'entity_ref')[] = [
  'scorecard_id',
  'entity_ref',
];
const HISTORY_KEY: ('entity_ref' | 'scorecard_id' | 'since')[] = [
  'entity_ref',
  'scorecard_id',
  'since',
];

/** Outcomes, scores and answers, now and in history. */
export class ResultStore {
  readonly #database: Knex;
  readonly #dirty: DirtyStore;
  readonly #checks: CheckStore;
  readonly #marks: MarkStore;

  constructor(database: Knex, dirty: DirtyStore) {
    this.#database = database;
    this.#dirty = dirty;
    this.#checks = new CheckStore(database);
    this.#marks = new MarkStore(database);
  }

  async current(entityRefs: string[]): Promise<CurrentResults> {
    const results: CurrentResults = {
      checks: await this.#checks.current(entityRefs),
      scores: [],
      views: [],
    };
    for (const chunk of chunks(entityRefs, ROWS_A_STATEMENT)) {
      const scores: StoredScore[] = await this.#database(
        'entity_scores',
      ).whereIn('entity_ref', chunk);
      for (const row of scores) {
        row.since = Number(row.since);
        row.computed_at = Number(row.computed_at);
        row.public_computed_at =
          row.public_computed_at === null
            ? null
            : Number(row.public_computed_at);
        row.at_risk_until =
          row.at_risk_until === null ? null : Number(row.at_risk_until);
        results.scores.push(row);
      }
      const views: StoredViewHead[] = await this.#database('entity_views')
        .select(VIEW_HEAD)
        .whereIn('entity_ref', chunk);
      results.views.push(...views);
    }
    return results;
  }

  /**
   * State, history, what they were computed from and what was waiting, in one
   * transaction.
   *
   * @throws ConflictError when somebody else evaluated one of the entities
   * since its mark was read
   */
  async write(
    changes: ResultChanges,
    done: DirtyEntity[],
    marks: StoredMark[] = [],
  ): Promise<void> {
    await this.#database.transaction(async tx => {
      await this.#marks.write(tx, marks);
      await this.#checks.write(tx, changes.closedChecks, changes.openedChecks);
      await upsertRows(tx, 'entity_scores', SCORE_KEY, changes.scores);
      await removeRows(
        tx,
        'entity_score_history',
        HISTORY_KEY,
        changes.replacedHistory,
      );
      await upsertRows(
        tx,
        'entity_score_history',
        HISTORY_KEY,
        changes.history.map(score => toHistoryRow(score, null)),
      );
      await endHistory(tx, changes.endedHistory);
      await removeRows(tx, 'level_notices', SCORE_KEY, [
        ...changes.silencedNotices,
        ...changes.removedScores,
      ]);
      await addNotices(tx, changes.notices);
      await putViews(tx, changes.views);
      await removeRows(tx, 'entity_scores', SCORE_KEY, changes.removedScores);
      await removeRows(
        tx,
        'entity_views',
        ['entity_ref'],
        changes.removedViews.map(ref => ({ entity_ref: ref })),
      );
      await this.#dirty.settle(tx, done);
    });
  }

  /** Lets entities wait no more whose results are right as they are. */
  async settle(done: DirtyEntity[]): Promise<void> {
    await this.#database.transaction(tx => this.#dirty.settle(tx, done));
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

/** An answer whose hash is the stored one stays as it is stored. */
async function putViews(
  tx: Knex.Transaction,
  views: StoredView[],
): Promise<void> {
  const answerOf = (column: string, hash: string) =>
    tx.raw(
      'case when entity_views.?? = excluded.?? then entity_views.?? else excluded.?? end',
      [hash, hash, column, column],
    );
  for (const chunk of chunks(views, ROWS_A_STATEMENT)) {
    await tx('entity_views')
      .insert(chunk)
      .onConflict('entity_ref')
      .merge({
        version: tx.raw('excluded.version'),
        full_answer: answerOf('full_answer', 'full_hash'),
        full_hash: tx.raw('excluded.full_hash'),
        public_answer: answerOf('public_answer', 'public_hash'),
        public_hash: tx.raw('excluded.public_hash'),
        owner_ref: tx.raw('excluded.owner_ref'),
      });
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
  ended: ResultChanges['endedHistory'],
): Promise<void> {
  for (const chunk of chunks(ended, ROWS_A_STATEMENT)) {
    await tx('entity_score_history')
      .insert(chunk.map(({ score, endedAt }) => toHistoryRow(score, endedAt)))
      .onConflict(HISTORY_KEY)
      .merge(['ended_at']);
  }
}

/** The level from which a change began stays until people were told of it. */
async function addNotices(
  tx: Knex.Transaction,
  notices: ResultChanges['notices'],
): Promise<void> {
  for (const chunk of chunks(notices, ROWS_A_STATEMENT)) {
    await tx('level_notices').insert(chunk).onConflict(SCORE_KEY).ignore();
  }
}
