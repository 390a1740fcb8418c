import {
  ControlType,
  FindingDue,
  FindingOrder,
  FindingStatus,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { EntityVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { GroupKey } from '../groups';
import { ScopeMembers } from './CatalogTreeStore';
import { FindingRow } from './findingRow';
import { readable } from './readable';
import { filteredFindings } from './filteredFindings';
import {
  listPossibleEntities,
  NarrowedFilter,
  narrowFilter,
} from './narrowFilter';

export const MOST_FINDINGS_COUNTED = 10_000;

/** From a time on, and before another one; ms since 1970. */
export interface TimeRange {
  from?: number;
  to?: number;
}

/** Which findings to list. */
export interface FindingFilter {
  entityRef?: string;
  ownedBy?: string;
  scope?: ScopeMembers;
  /** Another ref than the default one: what is seen there. */
  ref?: string;
  statuses: FindingStatus[];
  severities?: number[];
  types?: ControlType[];
  tool?: string;
  /** Within one entity; then it is given too. */
  environment?: string;
  overdue?: boolean;
  due?: FindingDue;
  firstSeen?: TimeRange;
  /** By a scan, not because its scan was retired. */
  resolved?: TimeRange;
  adjusted?: true;
  /** With one cause; then the entity is given too. */
  group?: GroupKey;
  kev?: true;
  epssAtLeast?: number;
  q?: string;
  now: number;
  visibility: EntityVisibility;
  /** Entities that the catalog does not have any more; absent for too many to name. */
  vanished?: string[];
}

/** Values of the order's columns in the row next to which a page begins. */
export type FindingPosition = (number | string)[];

interface OrderColumn {
  name: 'rank' | 'severity' | 'due_at' | 'first_seen_at' | 'id';
  direction: 'asc' | 'desc';
}

/** Every order ends with the id, so that no two rows are equal. */
export const ORDERS: Record<FindingOrder, readonly OrderColumn[]> = {
  suggested: [
    { name: 'rank', direction: 'asc' },
    { name: 'due_at', direction: 'asc' },
    { name: 'id', direction: 'asc' },
  ],
  severity: [
    { name: 'severity', direction: 'asc' },
    { name: 'due_at', direction: 'asc' },
    { name: 'id', direction: 'asc' },
  ],
  firstSeenAt: [
    { name: 'first_seen_at', direction: 'desc' },
    { name: 'id', direction: 'desc' },
  ],
  dueAt: [
    { name: 'due_at', direction: 'asc' },
    { name: 'id', direction: 'asc' },
  ],
};

export interface FindingPageOptions {
  order: FindingOrder;
  position?: FindingPosition;
  /** Whether the page lies before the position. */
  backwards: boolean;
  limit: number;
}

/** Findings as lists. */
export class FindingListStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** To be called first; undefined when nothing can match. */
  narrow(filter: FindingFilter): Promise<NarrowedFilter | undefined> {
    return narrowFilter(this.#database, filter);
  }

  /** Entities that can have what is looked for, up to one more than the limit. */
  listEntities(filter: FindingFilter, limit: number): Promise<string[]> {
    return listPossibleEntities(this.#database, filter, limit);
  }

  /**
   * One row more than the limit tells that there are more. Rows of a page that
   * lies before a position come in reverse.
   *
   * Several statuses are read one by one, each along its index, and merged. So
   * are severities where the order is by due date: the index begins with them.
   */
  async list(
    filter: NarrowedFilter,
    options: FindingPageOptions,
  ): Promise<FindingRow[]> {
    const columns = ORDERS[options.order].map(({ direction, name }) => ({
      column: `findings.${name}`,
      order: reverse(direction, options.backwards),
    }));
    const parts = partsOf(filter, options.order).map(({ only, status }) => {
      const part = filteredFindings(this.#database, only, status)
        .select('findings.*', this.#database.raw(`'${status}' AS listed_as`))
        .orderBy(columns)
        .limit(options.limit + 1);
      addPosition(part, options);
      return part;
    });
    const found = this.#database.queryBuilder();
    const page = readable(
      this.#database
        .with(
          'findings_found',
          parts.length === 1
            ? parts[0]
            : found.unionAll(
                parts.map(part =>
                  this.#database.select('*').from(part.as('part')),
                ),
              ),
        )
        .from('findings_found as findings'),
    )
      .orderBy(columns)
      .limit(options.limit + 1);
    return page;
  }

  /** Counts up to 10,000, and one more when there are more. */
  async count(filter: NarrowedFilter): Promise<number> {
    let total = 0;
    for (const status of filter.statuses) {
      const [{ count }] = await this.#database
        .from(
          filteredFindings(this.#database, filter, status)
            .select(this.#database.raw('1'))
            .limit(MOST_FINDINGS_COUNTED + 1 - total)
            .as('found'),
        )
        .count({ count: '*' });
      total += Number(count);
      if (total > MOST_FINDINGS_COUNTED) {
        break;
      }
    }
    return total;
  }
}

function partsOf(
  filter: NarrowedFilter,
  order: FindingOrder,
): { only: NarrowedFilter; status: FindingStatus }[] {
  const severities = filter.severities ?? [...SEVERITIES.keys()];
  const filters =
    order === 'dueAt' && filter.entityRef === undefined
      ? severities.map(severity => ({ ...filter, severities: [severity] }))
      : [filter];
  return filter.statuses.flatMap(status =>
    filters.map(only => ({ only, status })),
  );
}

function reverse(
  direction: 'asc' | 'desc',
  backwards: boolean,
): 'asc' | 'desc' {
  return (direction === 'asc') === backwards ? 'desc' : 'asc';
}

function addPosition(
  query: Knex.QueryBuilder,
  { backwards, order, position }: FindingPageOptions,
): void {
  if (!position) {
    return;
  }
  const columns = ORDERS[order];
  const names = columns.map(({ name }) => `findings."${name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const operator =
    reverse(columns[0].direction, backwards) === 'asc' ? '>' : '<';
  query.whereRaw(`(${names}) ${operator} (${marks})`, position);
}
