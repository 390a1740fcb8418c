import {
  Level,
  ReviewSnapshot,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { restrictTo } from '../restrictTo';
import { unpackText } from '../packedText';
import { ItemRow, ITEMS_TABLE } from './itemRows';
import { holdRunning } from './ReviewStore';

/** An entity on the agenda, and where it stands now. */
export interface StoredItem {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  tier?: string;
  snapshot: ReviewSnapshot;
  isDiscussed: boolean;
  now?: { level: Level; scoreLow?: number };
}

type ItemWithNow = ItemRow & {
  now_level: Level | null;
  now_score: number | null;
};

function fromRow(row: ItemWithNow): StoredItem {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    tier: row.tier ?? undefined,
    snapshot: JSON.parse(row.snapshot),
    isDiscussed: row.discussed_at !== null,
    ...(row.now_level && {
      now: { level: row.now_level, scoreLow: row.now_score ?? undefined },
    }),
  };
}

/** Notes that an entity was discussed, unless that is known. */
export async function markDiscussed(
  tx: Knex,
  reviewId: string,
  entityRef: string,
  by: { actor: string; at: number },
): Promise<void> {
  await tx<ItemRow>(ITEMS_TABLE)
    .where({ review_id: reviewId, entity_ref: entityRef })
    .whereNull('discussed_at')
    .update({ discussed_at: by.at, discussed_by: by.actor });
}

/** Agendas of reviews. */
export class ReviewItemStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** In the order of the agenda. */
  async list(reviewId: string, scorecardId: string): Promise<StoredItem[]> {
    const rows: ItemWithNow[] = await this.#database(`${ITEMS_TABLE} as item`)
      .leftJoin('entity_scores as score', join =>
        join
          .on('score.entity_ref', 'item.entity_ref')
          .andOnVal('score.scorecard_id', scorecardId),
      )
      .where('item.review_id', reviewId)
      .orderBy('item.position')
      .select('item.*', {
        now_level: 'score.level',
        now_score: 'score.score_low',
      });
    return rows.map(fromRow);
  }

  async has(reviewId: string, entityRef: string): Promise<boolean> {
    const row = await this.#database<ItemRow>(ITEMS_TABLE)
      .where({ review_id: reviewId, entity_ref: entityRef })
      .first('position');
    return row !== undefined;
  }

  /** Whether the review is running. */
  async setDiscussed(
    reviewId: string,
    entityRef: string,
    isDiscussed: boolean,
    by: { actor: string; at: number },
  ): Promise<boolean> {
    return this.#database.transaction(async tx => {
      const isRunning = await holdRunning(tx, reviewId, by.at);
      if (isRunning && isDiscussed) {
        await markDiscussed(tx, reviewId, entityRef, by);
      } else if (isRunning) {
        await tx<ItemRow>(ITEMS_TABLE)
          .where({ review_id: reviewId, entity_ref: entityRef })
          .update({ discussed_at: null, discussed_by: null });
      }
      return isRunning;
    });
  }

  /** Scorecards of entities as everybody may see them, as JSON by ref. */
  async publicViews(entityRefs: string[]): Promise<Map<string, string>> {
    const query = this.#database('entity_views').select(
      'entity_ref',
      'public_answer',
    );
    restrictTo(query, { column: 'entity_ref', refs: entityRefs });
    const rows: { entity_ref: string; public_answer: Buffer }[] = await query;
    return new Map(
      rows.map(row => [row.entity_ref, unpackText(row.public_answer)]),
    );
  }
}
