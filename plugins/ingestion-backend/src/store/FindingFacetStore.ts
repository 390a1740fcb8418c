import {
  ControlType,
  FindingDue,
  FINDING_STATUSES,
  FindingStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { dueWordSql, filteredFindings } from './filteredFindings';
import { NarrowedFilter } from './narrowFilter';

/** Findings that are alike in all that the filter offers to choose. */
export interface FacetCell {
  status: FindingStatus;
  /** 0 is critical. */
  severity: number;
  type: ControlType;
  due: FindingDue;
  count: number;
}

/** Counts for the choices of a filter, over a bounded number of findings. */
export class FindingFacetStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * Counts every combination once, so that one pass serves all choices: there
   * are at most a few hundred of them. At most `limit` findings of each status
   * are read.
   */
  async countCells(
    filter: NarrowedFilter,
    limit: number,
  ): Promise<FacetCell[]> {
    const rows = await this.#database
      .from(
        this.#union(FINDING_STATUSES, status =>
          filteredFindings(this.#database, filter, status)
            .limit(limit)
            .select(
              this.#database.raw(`'${status}' AS status`),
              'severity',
              'type',
              this.#database.raw(`${dueWordSql(filter.now)} AS due`),
            ),
        ),
      )
      .groupBy('status', 'severity', 'type', 'due')
      .select('status', 'severity', 'type', 'due')
      .count({ count: '*' });
    return rows.map(row => ({
      status: row.status,
      severity: row.severity,
      type: row.type,
      due: row.due,
      count: Number(row.count),
    }));
  }

  /** Findings by the tools whose scans show them now, most first. */
  async countTools(
    filter: NarrowedFilter,
    limit: number,
  ): Promise<{ tool: string; count: number }[]> {
    const counts = await this.#countSeen('tool', filter, limit);
    return counts.map(({ count, name }) => ({ tool: name, count }));
  }

  /** Findings by the environments in which scans show them now, most first. */
  async countEnvironments(
    filter: NarrowedFilter,
    limit: number,
  ): Promise<{ environment: string; count: number }[]> {
    const counts = await this.#countSeen('environment', filter, limit);
    return counts
      .filter(({ name }) => name !== '')
      .map(({ count, name }) => ({ environment: name, count }));
  }

  async #countSeen(
    column: 'tool' | 'environment',
    filter: NarrowedFilter,
    limit: number,
  ): Promise<{ name: string; count: number }[]> {
    const rows = await this.#database
      .from(
        this.#union(filter.statuses, status =>
          filteredFindings(this.#database, filter, status)
            .limit(limit)
            .select('id'),
        ),
      )
      .join('presences', 'presences.finding_id', 'found.id')
      .join('scopes', 'scopes.id', 'presences.scope_id')
      .where('presences.present', true)
      .groupBy(`scopes.${column}`)
      .orderBy([{ column: 'count', order: 'desc' }, { column: 'name' }])
      .select(`scopes.${column} as name`)
      .countDistinct({ count: 'found.id' });
    return rows.map(row => ({
      name: String(row.name),
      count: Number(row.count),
    }));
  }

  #union(
    statuses: readonly FindingStatus[],
    partOf: (status: FindingStatus) => Knex.QueryBuilder,
  ): Knex.QueryBuilder {
    return this.#database
      .queryBuilder()
      .unionAll(
        statuses.map(status =>
          this.#database.select('*').from(partOf(status).as('part')),
        ),
      )
      .as('found');
  }
}
