import { Knex } from 'knex';
import { ReportFilter, filterReports } from './ReportListStore';

/** Reports of one status, applied or not, complete or not. */
export interface ActivityCount {
  status: string;
  applied: boolean;
  complete: boolean;
  count: number;
  oldest: number;
}

/** What arrived lately, counted. */
export class ActivityStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Entities with reports since a time or with reports that are not settled. */
  async listEntities(
    filter: ReportFilter,
    since: number,
    limit: number,
  ): Promise<string[]> {
    return this.#recent(filter, since)
      .distinct('reports.entity_ref')
      .orderBy('reports.entity_ref')
      .limit(limit)
      .pluck('reports.entity_ref');
  }

  async count(filter: ReportFilter, since: number): Promise<ActivityCount[]> {
    const rows: {
      status: string;
      applied: boolean | number;
      complete: boolean | number;
      count: number | string;
      oldest: number | string;
    }[] = await this.#recent(filter, since)
      .select('status', 'applied', 'complete')
      .count({ count: '*' })
      .min({ oldest: 'received_at' })
      .groupBy('status', 'applied', 'complete');
    return rows.map(row => ({
      status: row.status,
      applied: Boolean(row.applied),
      complete: Boolean(row.complete),
      count: Number(row.count),
      oldest: Number(row.oldest),
    }));
  }

  /**
   * How long complete scans took that were received since a time, from coming
   * into the queue to their result; milliseconds, of the newest.
   */
  async listDurations(
    filter: ReportFilter,
    since: number,
    limit: number,
  ): Promise<number[]> {
    const rows: { ms: number | string }[] = await filterReports(
      this.#database,
      filter,
    )
      .where('reports.received_at', '>=', since)
      .where({
        'reports.status': 'processed',
        'reports.applied': true,
        'reports.complete': true,
      })
      .whereNotNull('reports.processed_at')
      .orderBy('reports.received_at', 'desc')
      .limit(limit)
      .select(
        this.#database.raw(
          'reports.processed_at - COALESCE(reports.queued_at, reports.received_at) AS ms',
        ),
      );
    return rows.map(({ ms }) => Math.max(0, Number(ms)));
  }

  /** How many reports were received since a time, and from how many entities. */
  async countReceived(
    filter: ReportFilter,
    since: number,
  ): Promise<{ received: number; entities: number }> {
    const [row]: Record<'received' | 'entities', number | string>[] =
      await filterReports(this.#database, filter)
        .where('reports.received_at', '>=', since)
        .count({ received: '*' })
        .countDistinct({ entities: 'reports.entity_ref' });
    return { received: Number(row.received), entities: Number(row.entities) };
  }

  #recent(filter: ReportFilter, since: number): Knex.QueryBuilder {
    return filterReports(this.#database, filter).where(either =>
      either
        .where('reports.received_at', '>=', since)
        .orWhereIn('reports.status', ['received', 'processing', 'quarantined']),
    );
  }
}
