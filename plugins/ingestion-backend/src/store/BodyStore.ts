import { FINAL_REPORT_STATUSES } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { isPostgres } from './engine';

/** Bodies of reports, in pieces of at most 1 MB. */
export class BodyStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Notes a body that takes several commits, to sweep it if it breaks off. */
  async startUpload(id: string, now: number): Promise<void> {
    await this.#database('uploads').insert({ id, started_at: now });
  }

  async finishUpload(tx: Knex.Transaction, id: string): Promise<void> {
    await tx('uploads').where({ id }).delete();
  }

  async append(
    database: Knex,
    reportId: string,
    position: number,
    data: Buffer,
  ): Promise<void> {
    await database('report_chunks').insert({
      report_id: reportId,
      position,
      data,
    });
  }

  /**
   * Appends to a body that a later commit makes count, in a commit of its own
   * that does not wait for the disk: the later one waits for both, since
   * PostgreSQL writes its log in order.
   */
  async appendAhead(
    reportId: string,
    position: number,
    data: Buffer,
  ): Promise<void> {
    if (isPostgres(this.#database)) {
      await this.#database.raw(
        `INSERT INTO report_chunks (report_id, position, data)
         SELECT ?, ?, ?::bytea FROM set_config('synchronous_commit', 'off', true)`,
        [reportId, position, data],
      );
    } else {
      await this.append(this.#database, reportId, position, data);
    }
  }

  /** Pieces in order, one query each, so that memory stays small. */
  async *read(reportId: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position += 1) {
      const row = await this.#database('report_chunks')
        .where({ report_id: reportId, position })
        .first('data');
      if (!row) {
        return;
      }
      yield row.data;
    }
  }

  async delete(reportId: string): Promise<void> {
    await this.#database.transaction(async tx => {
      await tx('report_chunks').where({ report_id: reportId }).delete();
      await tx('uploads').where({ id: reportId }).delete();
    });
  }

  async listUploadsBefore(startedBefore: number): Promise<string[]> {
    return this.#database('uploads')
      .where('started_at', '<', startedBefore)
      .limit(100)
      .pluck('id');
  }

  /** Final reports whose bodies are old, oldest first. */
  async listBodiesBefore(
    receivedBefore: number,
    limit: number,
  ): Promise<string[]> {
    return this.#database('reports')
      .whereIn('status', FINAL_REPORT_STATUSES)
      .where('received_at', '<', receivedBefore)
      .where('body_kept', true)
      .orderBy('received_at')
      .limit(limit)
      .pluck('id');
  }

  async dropBodies(reportIds: string[]): Promise<void> {
    await this.#database.transaction(async tx => {
      await tx('report_chunks').whereIn('report_id', reportIds).delete();
      await tx('reports').whereIn('id', reportIds).update({ body_kept: false });
    });
  }

  /** Keeps two identical requests from both being first. */
  async lockRequest(tx: Knex.Transaction, requestHash: string): Promise<void> {
    if (isPostgres(tx)) {
      await tx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [
        requestHash,
      ]);
    }
  }
}
