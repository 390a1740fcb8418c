import { RetentionKind } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { toBoolean, toNumber, toOptionalNumber } from './engine';

export type RetentionCounts = Record<RetentionKind, number>;

/** A sweep; times in milliseconds. */
export interface StoredRetentionRun {
  startedAt: number;
  finishedAt?: number;
  failed: boolean;
  deleted?: RetentionCounts;
}

/** What the last sweeps of retention came to. */
export class RetentionRunStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Answers its id; older ones than the newest few are forgotten. */
  async begin(startedAt: number, keep: number): Promise<number> {
    return this.#database.transaction(async tx => {
      const [{ id }] = await tx('retention_runs')
        .insert({ started_at: startedAt })
        .returning('id');
      await tx('retention_runs')
        .where('id', '<=', id - keep)
        .delete();
      return id;
    });
  }

  async end(
    id: number,
    end: { finishedAt: number; deleted?: RetentionCounts },
  ): Promise<void> {
    const { deleted, finishedAt } = end;
    await this.#database('retention_runs')
      .where({ id })
      .update({
        finished_at: finishedAt,
        failed: !deleted,
        deleted: deleted ? JSON.stringify(deleted) : null,
      });
  }

  async last(): Promise<StoredRetentionRun | undefined> {
    const row = await this.#database('retention_runs')
      .orderBy('id', 'desc')
      .first();
    return (
      row && {
        startedAt: toNumber(row.started_at),
        finishedAt: toOptionalNumber(row.finished_at),
        failed: toBoolean(row.failed),
        deleted: row.deleted ? JSON.parse(row.deleted) : undefined,
      }
    );
  }
}
