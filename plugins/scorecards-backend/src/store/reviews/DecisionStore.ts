import {
  MAX_REVIEW_DECISIONS,
  ReviewActionStatus,
  ReviewDecisionKind,
  ScorecardReviewStatus,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { markDiscussed } from './ReviewItemStore';
import { holdRunning, logReviewDeed, ReviewDeed } from './ReviewStore';

/** A decision as it is stored; times are in ms, days their beginnings in UTC. */
export interface StoredDecision {
  id: string;
  reviewId: string;
  entityRef: string;
  kind: ReviewDecisionKind;
  text: string;
  checkId?: string;
  ownerRef?: string;
  dueDay?: number;
  waiverId?: string;
  /** Of an action. */
  status?: ReviewActionStatus;
  doneAt?: number;
  doneBy?: string;
  version: number;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
}

/** An action of another review of the series. */
export interface EarlierDecision {
  decision: StoredDecision;
  reviewTitle: string;
  facilitator: string;
  reviewStatus: ScorecardReviewStatus;
}

/** An open action of a review of any scorecard. */
export interface OpenDecision extends EarlierDecision {
  scorecardId: string;
}

interface EarlierRow extends DecisionRow {
  review_title: string;
  facilitator: string;
  review_status: ScorecardReviewStatus;
}

/** What became of a change: the review is over, or somebody was faster. */
export type DecisionWrite = 'done' | 'not_running' | 'full' | 'changed';

interface DecisionRow {
  id: string;
  review_id: string;
  entity_ref: string;
  kind: ReviewDecisionKind;
  text: string;
  check_id: string | null;
  owner_ref: string | null;
  due_day: number | string | null;
  waiver_id: string | null;
  status: ReviewActionStatus | null;
  done_at: number | string | null;
  done_by: string | null;
  version: number;
  created_by: string;
  created_at: number | string;
  updated_at: number | string;
}

const TABLE = 'scorecard_review_decisions';

function toRow(decision: StoredDecision): DecisionRow {
  return {
    id: decision.id,
    review_id: decision.reviewId,
    entity_ref: decision.entityRef,
    kind: decision.kind,
    text: decision.text,
    check_id: decision.checkId ?? null,
    owner_ref: decision.ownerRef ?? null,
    due_day: decision.dueDay ?? null,
    waiver_id: decision.waiverId ?? null,
    status: decision.status ?? null,
    done_at: decision.doneAt ?? null,
    done_by: decision.doneBy ?? null,
    version: decision.version,
    created_by: decision.createdBy,
    created_at: decision.createdAt,
    updated_at: decision.updatedAt,
  };
}

function fromRow(row: DecisionRow): StoredDecision {
  return {
    id: row.id,
    reviewId: row.review_id,
    entityRef: row.entity_ref,
    kind: row.kind,
    text: row.text,
    checkId: row.check_id ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    dueDay: row.due_day === null ? undefined : Number(row.due_day),
    waiverId: row.waiver_id ?? undefined,
    status: row.status ?? undefined,
    doneAt: row.done_at === null ? undefined : Number(row.done_at),
    doneBy: row.done_by ?? undefined,
    version: row.version,
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
  };
}

function toEarlier(row: EarlierRow): EarlierDecision {
  return {
    decision: fromRow(row),
    reviewTitle: row.review_title,
    facilitator: row.facilitator,
    reviewStatus: row.review_status,
  };
}

/** Decisions of reviews. */
export class DecisionStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async get(id: string): Promise<StoredDecision | undefined> {
    const row = await this.#database<DecisionRow>(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  /** Oldest first; a review takes {@link MAX_REVIEW_DECISIONS}. */
  async list(reviewId: string): Promise<StoredDecision[]> {
    const rows = await this.#database<DecisionRow>(TABLE)
      .where({ review_id: reviewId })
      .orderBy('created_at')
      .orderBy('id')
      .limit(MAX_REVIEW_DECISIONS);
    return rows.map(fromRow);
  }

  /** Adds one to a running review; its entity is discussed then. */
  async add(
    decision: StoredDecision,
    deed: ReviewDeed,
  ): Promise<DecisionWrite> {
    const { createdAt, createdBy, entityRef, reviewId } = decision;
    return this.#database.transaction(async tx => {
      if (!(await holdRunning(tx, reviewId, createdAt))) {
        return 'not_running';
      }
      const [{ count }] = await tx(TABLE)
        .where({ review_id: reviewId })
        .count({ count: '*' });
      if (Number(count) >= MAX_REVIEW_DECISIONS) {
        return 'full';
      }
      await tx<DecisionRow>(TABLE).insert(toRow(decision));
      await markDiscussed(tx, reviewId, entityRef, {
        actor: createdBy,
        at: createdAt,
      });
      await logReviewDeed(tx, reviewId, createdAt, deed);
      return 'done';
    });
  }

  /** Changes one of a running review, of the version before the given one's. */
  async change(
    decision: StoredDecision,
    deed: ReviewDeed,
  ): Promise<DecisionWrite> {
    return this.#whileRunning(decision, deed, tx =>
      tx<DecisionRow>(TABLE)
        .where({ id: decision.id, version: decision.version - 1 })
        .update(toRow(decision)),
    );
  }

  /** Removes one of a running review, of the given version. */
  async remove(
    decision: StoredDecision,
    deed: ReviewDeed,
  ): Promise<DecisionWrite> {
    return this.#whileRunning(decision, deed, tx =>
      tx<DecisionRow>(TABLE)
        .where({ id: decision.id, version: decision.version })
        .delete(),
    );
  }

  /** Whether the action still stood as before; the review may be over. */
  async step(
    action: StoredDecision,
    before: ReviewActionStatus,
    deed: ReviewDeed,
  ): Promise<boolean> {
    return this.#database.transaction(async tx => {
      const changed = await tx<DecisionRow>(TABLE)
        .where({ id: action.id, status: before, version: action.version - 1 })
        .update(toRow(action));
      if (changed > 0) {
        await logReviewDeed(tx, action.reviewId, action.updatedAt, deed);
      }
      return changed > 0;
    });
  }

  /** Open actions of ended reviews of a series, those that are due first. */
  async openOfSeries(
    scopeKey: string,
    before: number,
  ): Promise<EarlierDecision[]> {
    const rows: EarlierRow[] = await this.#openActions()
      .where('review.scope_key', scopeKey)
      .andWhere('review.started_at', '<', before)
      .limit(MAX_REVIEW_DECISIONS);
    return rows.map(toEarlier);
  }

  /** Open actions of ended reviews about entities, those that are due first. */
  async openOf(entityRefs: string[], limit: number): Promise<OpenDecision[]> {
    const rows: (EarlierRow & { scorecard_id: string })[] =
      await this.#openActions()
        .whereIn('decision.entity_ref', entityRefs)
        .limit(limit)
        .select('review.scorecard_id');
    return rows.map(row => ({
      ...toEarlier(row),
      scorecardId: row.scorecard_id,
    }));
  }

  #openActions(): Knex.QueryBuilder {
    return this.#database(`${TABLE} as decision`)
      .join('scorecard_reviews as review', 'review.id', 'decision.review_id')
      .where({
        'review.status': 'ended',
        'decision.kind': 'action',
        'decision.status': 'open',
      })
      .orderBy('decision.due_day')
      .orderBy('decision.id')
      .select('decision.*', 'review.facilitator', {
        review_title: 'review.title',
        review_status: 'review.status',
      });
  }

  async #whileRunning(
    decision: StoredDecision,
    deed: ReviewDeed,
    write: (tx: Knex.Transaction) => Promise<number>,
  ): Promise<DecisionWrite> {
    const { reviewId, updatedAt } = decision;
    return this.#database.transaction(async tx => {
      if (!(await holdRunning(tx, reviewId, updatedAt))) {
        return 'not_running';
      }
      if ((await write(tx)) === 0) {
        return 'changed';
      }
      await logReviewDeed(tx, reviewId, updatedAt, deed);
      return 'done';
    });
  }
}
