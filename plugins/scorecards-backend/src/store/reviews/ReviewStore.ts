import { randomUUID } from 'node:crypto';
import {
  ScorecardReviewScope,
  ScorecardReviewStatus,
} from '@synchrony/backstage-plugin-scorecards-common';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { ItemRow, ITEMS_TABLE, NewItem, toItemRows } from './itemRows';

/** A review as it is stored; times are in ms, days their beginnings in UTC. */
export interface StoredReview {
  id: string;
  status: ScorecardReviewStatus;
  title: string;
  scorecardId: string;
  scope: ScorecardReviewScope;
  scopeKey: string;
  facilitator: string;
  participants: string[];
  plannedDay?: number;
  currentRef?: string;
  version: number;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
  startedAt?: number;
  endedAt?: number;
}

/** Who did what to a review. */
export interface ReviewDeed {
  actor: string;
  action: string;
  detail?: object;
}

interface ReviewRow {
  id: string;
  status: ScorecardReviewStatus;
  title: string;
  scorecard_id: string;
  scope: string;
  scope_key: string;
  facilitator: string;
  participants: string;
  planned_day: number | string | null;
  current_ref: string | null;
  version: number;
  created_by: string;
  created_at: number | string;
  updated_at: number | string;
  started_at: number | string | null;
  ended_at: number | string | null;
}

const TABLE = 'scorecard_reviews';
const ROWS_A_STATEMENT = 100;

function toRow(review: StoredReview): ReviewRow {
  return {
    id: review.id,
    status: review.status,
    title: review.title,
    scorecard_id: review.scorecardId,
    scope: JSON.stringify(review.scope),
    scope_key: review.scopeKey,
    facilitator: review.facilitator,
    participants: JSON.stringify(review.participants),
    planned_day: review.plannedDay ?? null,
    current_ref: review.currentRef ?? null,
    version: review.version,
    created_by: review.createdBy,
    created_at: review.createdAt,
    updated_at: review.updatedAt,
    started_at: review.startedAt ?? null,
    ended_at: review.endedAt ?? null,
  };
}

function numberOf(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}

function fromRow(row: ReviewRow): StoredReview {
  return {
    id: row.id,
    status: row.status,
    title: row.title,
    scorecardId: row.scorecard_id,
    scope: JSON.parse(row.scope),
    scopeKey: row.scope_key,
    facilitator: row.facilitator,
    participants: JSON.parse(row.participants),
    plannedDay: numberOf(row.planned_day),
    currentRef: row.current_ref ?? undefined,
    version: row.version,
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    startedAt: numberOf(row.started_at),
    endedAt: numberOf(row.ended_at),
  };
}

/** Adds what was done to the log of a review. */
export async function logReviewDeed(
  tx: Knex,
  reviewId: string,
  at: number,
  deed: ReviewDeed,
): Promise<void> {
  await tx('scorecard_review_log').insert({
    id: randomUUID(),
    review_id: reviewId,
    at,
    actor: deed.actor,
    action: deed.action,
    detail: JSON.stringify(deed.detail ?? {}),
  });
}

/**
 * Whether the review is running; if so it stays that until the transaction is
 * over.
 */
export async function holdRunning(
  tx: Knex.Transaction,
  id: string,
  at: number,
): Promise<boolean> {
  const held = await tx<ReviewRow>(TABLE)
    .where({ id, status: 'running' })
    .update({ updated_at: at });
  return held > 0;
}

/** Reviews, and what was done with them. */
export class ReviewStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async get(id: string): Promise<StoredReview | undefined> {
    const row = await this.#database<ReviewRow>(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  async add(review: StoredReview, deed: ReviewDeed): Promise<void> {
    await this.#database.transaction(async tx => {
      await tx<ReviewRow>(TABLE).insert(toRow(review));
      await logReviewDeed(tx, review.id, review.updatedAt, deed);
    });
  }

  /**
   * Whether it was still of the version before the given one's. What is shown
   * moves without a version, so it is left as it is.
   *
   * @param items - the agenda, when the review starts with it
   */
  async change(
    review: StoredReview,
    deed: ReviewDeed,
    items: NewItem[] = [],
  ): Promise<boolean> {
    const { current_ref: _current, ...row } = toRow(review);
    return this.#database.transaction(async tx => {
      const changed = await tx<ReviewRow>(TABLE)
        .where({ id: review.id, version: review.version - 1 })
        .update(row);
      if (changed === 0) {
        return false;
      }
      const rows = toItemRows(review.id, items);
      for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
        await tx<ItemRow>(ITEMS_TABLE).insert(chunk);
      }
      await logReviewDeed(tx, review.id, review.updatedAt, deed);
      return true;
    });
  }

  /** Whether the review is running. */
  async show(id: string, entityRef: string): Promise<boolean> {
    const shown = await this.#database<ReviewRow>(TABLE)
      .where({ id, status: 'running' })
      .update({ current_ref: entityRef });
    return shown > 0;
  }

  /** Newest first. */
  async page(
    statuses: readonly ScorecardReviewStatus[],
    after: { createdAt: number; id: string } | undefined,
    limit: number,
  ): Promise<StoredReview[]> {
    const query = this.#database<ReviewRow>(TABLE)
      .whereIn('status', [...statuses])
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (after) {
      query.andWhere(beyond =>
        beyond
          .where('created_at', '<', after.createdAt)
          .orWhere(same =>
            same
              .where('created_at', after.createdAt)
              .andWhere('id', '<', after.id),
          ),
      );
    }
    return (await query).map(fromRow);
  }

  /** The last of a series that ended and started before a time. */
  async previous(
    scopeKey: string,
    before: number,
  ): Promise<StoredReview | undefined> {
    const row = await this.#database<ReviewRow>(TABLE)
      .where({ scope_key: scopeKey, status: 'ended' })
      .andWhere('started_at', '<', before)
      .orderBy('started_at', 'desc')
      .first();
    return row && fromRow(row);
  }
}
