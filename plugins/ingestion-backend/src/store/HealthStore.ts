import { Knex } from 'knex';
import { isPostgres, toNumber, toOptionalNumber } from './engine';

/** The queue, counted. */
export interface QueueCounts {
  waiting: number;
  processing: number;
  retrying: number;
  oldestWaitingSince?: number;
}

/** When a report came into the queue, was taken up and became final. */
export interface FinishedReport {
  processedAt: number;
  /** Absent of reports from before these were kept. */
  queuedAt?: number;
  claimedAt?: number;
}

type BigInt = number | string;

/** What shows how processing gets on; every query reads a bounded part of an index. */
export class HealthStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Of the oldest jobs, at most so many. */
  async countQueue(now: number, limit: number): Promise<QueueCounts> {
    const database = this.#database;
    const jobs = database('report_queue')
      .select(
        'queued_at',
        database.raw(
          'CASE WHEN ticket IS NOT NULL AND next_attempt_at > ? THEN 1 ELSE 0 END AS leased',
          [now],
        ),
        database.raw(
          'CASE WHEN attempts > 0 OR next_attempt_at > ? THEN 1 ELSE 0 END AS tried',
          [now],
        ),
      )
      .orderBy('id')
      .limit(limit)
      .as('jobs');
    const [row]: (Record<'jobs' | 'leased' | 'retrying', BigInt | null> & {
      oldest: BigInt | null;
    })[] = await database
      .from(jobs)
      .select(
        database.raw('COUNT(*) AS jobs'),
        database.raw('SUM(leased) AS leased'),
        database.raw(
          'SUM(CASE WHEN leased = 0 AND tried = 1 THEN 1 ELSE 0 END) AS retrying',
        ),
        database.raw('MIN(CASE WHEN leased = 0 THEN queued_at END) AS oldest'),
      );
    const leased = toNumber(row.leased ?? 0);
    return {
      waiting: toNumber(row.jobs ?? 0) - leased,
      processing: leased,
      retrying: toNumber(row.retrying ?? 0),
      oldestWaitingSince: toOptionalNumber(row.oldest),
    };
  }

  /** Reports that became final since a time, the newest first. */
  async listFinished(since: number, limit: number): Promise<FinishedReport[]> {
    const rows: {
      processed_at: BigInt;
      queued_at: BigInt | null;
      claimed_at: BigInt | null;
    }[] = await this.#database('reports')
      .select('processed_at', 'queued_at', 'claimed_at')
      .where('processed_at', '>=', since)
      .orderBy('processed_at', 'desc')
      .limit(limit);
    return rows.map(row => ({
      processedAt: toNumber(row.processed_at),
      queuedAt: toOptionalNumber(row.queued_at),
      claimedAt: toOptionalNumber(row.claimed_at),
    }));
  }

  /** How many reports of a status were received since a time, up to a limit. */
  async countReceived(
    status: 'failed' | 'rejected',
    since: number,
    limit: number,
  ): Promise<number> {
    const some = this.#database('reports')
      .select('id')
      .where({ status })
      .where('received_at', '>=', since)
      .limit(limit)
      .as('some');
    const [{ count }] = await this.#database.from(some).count({ count: '*' });
    return Number(count);
  }

  async databaseBytes(): Promise<number> {
    const database = this.#database;
    if (isPostgres(database)) {
      const { rows } = await database.raw(
        'SELECT pg_database_size(current_database()) AS bytes',
      );
      return toNumber(rows[0].bytes);
    }
    const [{ bytes }] = await database.raw(
      'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()',
    );
    return toNumber(bytes);
  }
}
