import {
  Level,
  levelRank,
  LEVELS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { PendingNotice } from '../notices/planNotices';

interface StoredPending {
  scorecard_id: string;
  entity_ref: string;
  from_level: Level;
  changed_at: number | string;
  level: Level;
  title: string | null;
  owner_ref: string | null;
  tier: string | null;
}

const DIGEST_ROW = 1;
const ROWS_A_STATEMENT = 500;

/** Changes of level that people are still to be told of. */
export class NoticeStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * With where the entities stand now; the oldest first. Drops of the tiers
   * that are told at once are among them however many others wait.
   */
  async pending(
    limit: number,
    immediateTiers: string[],
  ): Promise<PendingNotice[]> {
    const urgent = await this.#read(limit)
      .whereIn('score.tier', immediateTiers)
      .where('score.level_rank', '<', this.#rankOfFrom());
    const oldest = await this.#read(limit);
    const notices = new Map(
      [...urgent, ...oldest].map(row => [
        `${row.scorecard_id} ${row.entity_ref}`,
        row,
      ]),
    );
    return [...notices.values()]
      .map(row => ({
        scorecardId: row.scorecard_id,
        entityRef: row.entity_ref,
        from: row.from_level,
        to: row.level,
        changedAt: Number(row.changed_at),
        title: row.title ?? undefined,
        ownerRef: row.owner_ref ?? undefined,
        tier: row.tier ?? undefined,
      }))
      .sort((a, b) => a.changedAt - b.changedAt);
  }

  #read(limit: number): Knex.QueryBuilder<StoredPending, StoredPending[]> {
    return this.#database('level_notices as notice')
      .join('entity_scores as score', join =>
        join
          .on('score.scorecard_id', 'notice.scorecard_id')
          .andOn('score.entity_ref', 'notice.entity_ref'),
      )
      .select(
        'notice.scorecard_id',
        'notice.entity_ref',
        'notice.from_level',
        'notice.changed_at',
        'score.level',
        'score.title',
        'score.owner_ref',
        'score.tier',
      )
      .orderBy('notice.changed_at')
      .limit(limit);
  }

  /** The place of the level of which people know in the order of levels. */
  #rankOfFrom(): Knex.Raw {
    const ranks = LEVELS.map(level => `when ? then ${levelRank(level)}`);
    return this.#database.raw(
      `case notice.from_level ${ranks.join(' ')} else 0 end`,
      [...LEVELS],
    );
  }

  /** What changed again in the meantime is told of again. */
  async settle(notices: PendingNotice[]): Promise<void> {
    for (const chunk of chunks(notices, ROWS_A_STATEMENT)) {
      await this.#database('level_notices')
        .whereIn(
          ['scorecard_id', 'entity_ref', 'changed_at'],
          chunk.map(({ changedAt, entityRef, scorecardId }) => [
            scorecardId,
            entityRef,
            changedAt,
          ]),
        )
        .delete();
    }
  }

  /** The beginning of the day of the last digest; 0 before the first. */
  async digestDay(): Promise<number> {
    const row = await this.#database('level_digest')
      .where({ id: DIGEST_ROW })
      .first();
    return Number(row?.day ?? 0);
  }

  async setDigestDay(day: number): Promise<void> {
    await this.#database('level_digest')
      .insert({ id: DIGEST_ROW, day })
      .onConflict('id')
      .merge();
  }
}
