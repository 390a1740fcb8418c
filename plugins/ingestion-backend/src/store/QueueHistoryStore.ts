import { Knex } from 'knex';
import { FinishedGroup, QueuedGroup, ReceivedGroup } from '../health';
import { toNumber, toOptionalNumber } from './engine';

const HOUR_MS = 60 * 60 * 1000;

type BigInt = number | string;

/**
 * What went through the queue, by hours since a time. Reads the newest rows of
 * an index up to a limit.
 */
export class QueueHistoryStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async countReceived(since: number, limit: number): Promise<ReceivedGroup[]> {
    const some = this.#database('reports')
      .select(this.#hourOf('received_at', 'hour', since))
      .where('received_at', '>=', since)
      .orderBy('received_at', 'desc')
      .limit(limit)
      .as('some');
    const rows: { hour: BigInt; reports: BigInt }[] = await this.#database
      .from(some)
      .groupBy('hour')
      .select('hour', this.#database.raw('COUNT(*) AS reports'));
    return rows.map(row => ({
      hour: toNumber(row.hour),
      reports: toNumber(row.reports),
    }));
  }

  async countFinished(since: number, limit: number): Promise<FinishedGroup[]> {
    const some = this.#database('reports')
      .select(
        this.#hourOf('processed_at', 'hour', since),
        this.#hourOf('queued_at', 'queued_hour', since),
        this.#hourOf('claimed_at', 'claimed_hour', since),
        this.#database.raw('claimed_at - queued_at AS wait'),
      )
      .where('processed_at', '>=', since)
      .orderBy('processed_at', 'desc')
      .limit(limit)
      .as('some');
    const rows: Record<
      'hour' | 'queued_hour' | 'claimed_hour' | 'reports' | 'longest',
      BigInt
    >[] = await this.#database
      .from(some)
      .groupBy('hour', 'queued_hour', 'claimed_hour')
      .select(
        'hour',
        'queued_hour',
        'claimed_hour',
        this.#database.raw('COUNT(*) AS reports'),
        this.#database.raw('MAX(wait) AS longest'),
      );
    return rows.map(row => ({
      hour: toNumber(row.hour),
      queuedHour: toOptionalNumber(row.queued_hour),
      claimedHour: toOptionalNumber(row.claimed_hour),
      reports: toNumber(row.reports),
      longestWaitMs: toOptionalNumber(row.longest),
    }));
  }

  /** What is in the queue; who waits for another attempt waits. */
  async countQueued(
    since: number,
    now: number,
    limit: number,
  ): Promise<QueuedGroup[]> {
    const database = this.#database;
    const some = database('report_queue')
      .join('reports', 'reports.id', 'report_queue.report_id')
      .select(
        this.#hourOf(
          'COALESCE(report_queue.queued_at, reports.received_at)',
          'queued_hour',
          since,
        ),
        this.#hourOf(
          'CASE WHEN report_queue.ticket IS NOT NULL AND report_queue.next_attempt_at > ? THEN reports.claimed_at END',
          'claimed_hour',
          since,
          [now],
        ),
      )
      .orderBy('report_queue.id')
      .limit(limit)
      .as('some');
    const rows: Record<'queued_hour' | 'claimed_hour' | 'reports', BigInt>[] =
      await database
        .from(some)
        .groupBy('queued_hour', 'claimed_hour')
        .select(
          'queued_hour',
          'claimed_hour',
          database.raw('COUNT(*) AS reports'),
        );
    return rows.map(row => ({
      queuedHour: toNumber(row.queued_hour),
      claimedHour: toOptionalNumber(row.claimed_hour),
      reports: toNumber(row.reports),
    }));
  }

  /**
   * The number of an hour; -1 for all before, null where there is no time. The
   * cast takes the fraction off that SQLite's driver makes by binding reals.
   */
  #hourOf(
    time: string,
    name: string,
    since: number,
    bindings: number[] = [],
  ): Knex.Raw {
    return this.#database.raw(
      `CASE WHEN ${time} < ? THEN -1 ELSE CAST((${time} - ?) / ${HOUR_MS} AS INTEGER) END AS ${name}`,
      [...bindings, since, ...bindings, since],
    );
  }
}
