import { Knex } from 'knex';
import { isPostgres } from './engine';
import { takeReportStep } from './reportSteps';

/** A report that this process works on, until its lease ends. */
export interface Job {
  reportId: string;
  entityRef: string;
  ticket: string;
  /** 1 for the first. */
  attempt: number;
}

interface QueueRow {
  id: number | string;
  report_id: string;
  entity_ref: string;
  attempts: number;
}

/**
 * Reports that wait. Only the oldest of each entity can be claimed, so reports
 * of one scope are applied one at a time and in order.
 */
export class QueueStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async add(
    tx: Knex.Transaction,
    reportId: string,
    entityRef: string,
    now: number,
  ): Promise<void> {
    await tx('report_queue').insert({
      report_id: reportId,
      entity_ref: entityRef,
      next_attempt_at: now,
      queued_at: now,
    });
  }

  /**
   * Takes up to `count` jobs. The lease is the next attempt: it comes by itself
   * when the process that took the job dies.
   */
  async claim(options: {
    count: number;
    ticket: string;
    now: number;
    leaseMs: number;
  }): Promise<Job[]> {
    const { count, ticket, now, leaseMs } = options;
    return this.#database.transaction(async tx => {
      const query = tx('report_queue')
        .select('report_queue.*')
        .where('next_attempt_at', '<=', now)
        .whereNotExists(
          tx('report_queue as earlier')
            .select(tx.raw('1'))
            .whereRaw('earlier.entity_ref = report_queue.entity_ref')
            .whereRaw('earlier.id < report_queue.id'),
        )
        .orderBy('report_queue.id')
        .limit(count);
      if (isPostgres(tx)) {
        query.forUpdate('report_queue').skipLocked();
      }
      const rows: QueueRow[] = await query;
      if (rows.length === 0) {
        return [];
      }
      const claimed: QueueRow[] = await tx('report_queue')
        .whereIn(
          'id',
          rows.map(row => row.id),
        )
        .where('next_attempt_at', '<=', now)
        .update({
          next_attempt_at: now + leaseMs,
          attempts: tx.raw('attempts + 1'),
          ticket,
        })
        .returning('report_id');
      const mine = new Set(claimed.map(row => row.report_id));
      const jobs = rows
        .filter(row => mine.has(row.report_id))
        .map(row => ({
          reportId: row.report_id,
          entityRef: row.entity_ref,
          ticket,
          attempt: row.attempts + 1,
        }));
      await takeReportStep(tx('reports').whereIn('id', [...mine]), 'claim', {
        claimed_at: now,
        queued_at: tx('report_queue')
          .select('queued_at')
          .whereRaw('report_queue.report_id = reports.id'),
      });
      return jobs;
    });
  }

  /** Whether the lease was still ours. */
  async renew(job: Job, until: number): Promise<boolean> {
    const count = await this.#mine(this.#database, job).update({
      next_attempt_at: until,
    });
    return count > 0;
  }

  /** Gives the job back for another attempt; until then its report waits. */
  async postpone(
    job: Job,
    nextAttemptAt: number,
    options: { countsAsAttempt: boolean },
  ): Promise<void> {
    await this.#database.transaction(async tx => {
      const count = await this.#mine(tx, job).update({
        next_attempt_at: nextAttemptAt,
        ticket: null,
        attempts: options.countsAsAttempt ? job.attempt : job.attempt - 1,
      });
      if (count > 0) {
        await takeReportStep(
          tx('reports').where({ id: job.reportId }),
          'postpone',
        );
      }
    });
  }

  /** Ends a job together with what it did; false when it was not ours. */
  async finish(tx: Knex.Transaction, job: Job): Promise<boolean> {
    const count = await this.#mine(tx, job).delete();
    return count > 0;
  }

  /** How many reports wait or are worked on. */
  async depth(): Promise<number> {
    const [{ count }] = await this.#database('report_queue').count({
      count: '*',
    });
    return Number(count);
  }

  /** Of these entities, those for which reports wait. */
  async waitingAmong(entityRefs: string[]): Promise<Set<string>> {
    const refs: string[] = await this.#database('report_queue')
      .whereIn('entity_ref', entityRefs)
      .distinct('entity_ref')
      .pluck('entity_ref');
    return new Set(refs);
  }

  #mine(database: Knex, job: Job): Knex.QueryBuilder {
    return database('report_queue').where({
      report_id: job.reportId,
      ticket: job.ticket,
    });
  }
}
