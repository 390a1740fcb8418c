import { ReportStatus } from '@synchrony/backstage-plugin-ingestion-common';
import { EntityVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { narrowReports, ReportNarrowing } from './narrowReports';
import { StoredReport, toStoredReport } from './ReportStore';

/** Which receipts to list. */
export interface ReportFilter extends ReportNarrowing {
  entityRef?: string;
  /** Only of these entities. */
  entityRefs?: string[];
  status?: ReportStatus;
  visibility: EntityVisibility;
  /** Whose own receipts are shown in any case. */
  submitter: string;
}

/** Where a page begins: the last row of the page before. */
export interface ReportPosition {
  receivedAt: number;
  id: string;
}

const MOST_COUNTED = 10_000;

/** Receipts as lists, newest first. */
export class ReportListStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** One row more than the limit tells that there are more. */
  async list(
    filter: ReportFilter,
    options: { after?: ReportPosition; before?: ReportPosition; limit: number },
  ): Promise<StoredReport[]> {
    const { after, before, limit } = options;
    const order = before ? 'asc' : 'desc';
    const query = filterReports(this.#database, filter)
      .orderBy([
        { column: 'received_at', order },
        { column: 'id', order },
      ])
      .limit(limit + 1);
    const position = after ?? before;
    if (position) {
      query.whereRaw(`(received_at, id) ${before ? '>' : '<'} (?, ?)`, [
        position.receivedAt,
        position.id,
      ]);
    }
    const rows = await query;
    return rows.map(toStoredReport);
  }

  /** Counts up to 10,000, and one more when there are more. */
  async count(filter: ReportFilter): Promise<number> {
    const [{ count }] = await this.#database
      .from(
        filterReports(this.#database, filter)
          .select(this.#database.raw('1'))
          .limit(MOST_COUNTED + 1)
          .as('found'),
      )
      .count({ count: '*' });
    return Number(count);
  }
}

/** The receipts that a filter leaves. */
export function filterReports(
  database: Knex,
  filter: ReportFilter,
): Knex.QueryBuilder {
  const { visibility } = filter;
  const query = database('reports');
  if (filter.entityRef) {
    query.where('reports.entity_ref', filter.entityRef);
  }
  if (filter.entityRefs) {
    query.whereIn('reports.entity_ref', filter.entityRefs);
  }
  if (filter.status) {
    query.where('reports.status', filter.status);
  }
  narrowReports(query, filter);
  if (visibility.kind !== 'all') {
    const entities = database('synchrony_entities').select('entity_ref');
    if (visibility.kind === 'where') {
      visibility.apply(entities, {
        entityRef: 'synchrony_entities.entity_ref',
        ownerRef: 'synchrony_entities.owner_ref',
      });
    }
    query.where(either => {
      either.where('reports.submitter', filter.submitter);
      if (visibility.kind === 'where') {
        either.orWhereIn('reports.entity_ref', entities);
      }
    });
  }
  return query;
}

export const MOST_REPORTS_COUNTED = MOST_COUNTED;
