import {
  ControlType,
  FindingOrder,
  FindingStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { EntityVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { FindingRow, INTELLIGENCE_COLUMNS } from './findingRow';
import {
  NarrowedFilter,
  narrowFilter,
  threatenedRules,
  visibleEntities,
} from './narrowFilter';

export const MOST_FINDINGS_COUNTED = 10_000;

/** Which findings to list. */
export interface FindingFilter {
  entityRef?: string;
  ownedBy?: string;
  /** Another ref than the default one: what is seen there. */
  ref?: string;
  statuses: FindingStatus[];
  severities?: number[];
  types?: ControlType[];
  tool?: string;
  overdue?: boolean;
  kev?: true;
  epssAtLeast?: number;
  q?: string;
  now: number;
  visibility: EntityVisibility;
  /** Entities that the catalog does not have any more. */
  vanished: string[];
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

  /**
   * One row more than the limit tells that there are more. Rows of a page that
   * lies before a position come in reverse.
   *
   * Several statuses are read one by one, each along its index, and merged.
   */
  async list(
    filter: NarrowedFilter,
    options: FindingPageOptions,
  ): Promise<FindingRow[]> {
    const columns = ORDERS[options.order].map(({ direction, name }) => ({
      column: `findings.${name}`,
      order: reverse(direction, options.backwards),
    }));
    const parts = filter.statuses.map(status => {
      const part = this.#filtered(filter, status)
        .select('findings.*')
        .orderBy(columns)
        .limit(options.limit + 1);
      addPosition(part, options);
      return part;
    });
    const found = this.#database.queryBuilder();
    const page = this.#database
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
      .from('findings_found as findings')
      .join('rules', 'rules.key', 'findings.rule_key')
      .leftJoin(
        'rule_intelligence',
        'rule_intelligence.rule_key',
        'findings.rule_key',
      )
      .orderBy(columns)
      .limit(options.limit + 1)
      .select('findings.*', 'rules.*', ...INTELLIGENCE_COLUMNS);
    return page;
  }

  /** Counts up to 10,000, and one more when there are more. */
  async count(filter: NarrowedFilter): Promise<number> {
    let total = 0;
    for (const status of filter.statuses) {
      const [{ count }] = await this.#database
        .from(
          this.#filtered(filter, status)
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

  #filtered(filter: NarrowedFilter, status: FindingStatus): Knex.QueryBuilder {
    const query = this.#database('findings');
    if (filter.ref === undefined) {
      query.where('findings.status', status);
    } else {
      this.#seenOn(query, filter.ref, status);
    }
    if (filter.entityRef) {
      query.where('findings.entity_ref', filter.entityRef);
    }
    this.#visible(query, filter);
    if (filter.severities) {
      query.whereIn('findings.severity', filter.severities);
    }
    if (filter.types) {
      query.whereIn('findings.type', filter.types);
    }
    if (filter.overdue !== undefined) {
      query.where('findings.due_at', filter.overdue ? '<=' : '>', filter.now);
    }
    if (filter.threatRuleKeys) {
      query.whereIn('findings.rule_key', filter.threatRuleKeys);
    } else if (filter.kev || filter.epssAtLeast !== undefined) {
      query.whereIn(
        'findings.rule_key',
        threatenedRules(this.#database, filter),
      );
    }
    if (filter.tool) {
      query.whereExists(
        this.#database('presences')
          .join('scopes', 'scopes.id', 'presences.scope_id')
          .select(this.#database.raw('1'))
          .whereRaw('presences.finding_id = findings.id')
          .where('presences.present', true)
          .where('scopes.tool', filter.tool),
      );
    }
    if (filter.q) {
      this.#search(query, filter);
    }
    return query;
  }

  #seenOn(query: Knex.QueryBuilder, ref: string, status: FindingStatus): void {
    const seen = this.#database('presences')
      .join('scopes', 'scopes.id', 'presences.scope_id')
      .select(this.#database.raw('1'))
      .whereRaw('presences.finding_id = findings.id')
      .where('scopes.ref', ref);
    const present = seen.clone().where('presences.present', true);
    switch (status) {
      case 'resolved':
        query.whereExists(seen).whereNotExists(present);
        break;
      case 'open':
        query
          .whereExists(present)
          .whereIn('findings.status', ['open', 'resolved', 'unlisted']);
        break;
      default:
        query.whereExists(present).where('findings.status', status);
    }
  }

  #visible(query: Knex.QueryBuilder, filter: NarrowedFilter): void {
    const { entityRefs, ownedBy, vanished, visibility } = filter;
    if (vanished.length > 0) {
      query.whereNotIn('findings.entity_ref', vanished);
    }
    if (entityRefs) {
      query.whereIn('findings.entity_ref', entityRefs);
    } else if (visibility.kind === 'where' || ownedBy) {
      query.whereIn(
        'findings.entity_ref',
        visibleEntities(this.#database, filter),
      );
    }
  }

  /** Exact on advisory, rule and package; free text only within one entity. */
  #search(query: Knex.QueryBuilder, filter: NarrowedFilter): void {
    const { entityRef, q = '', ruleKeys = [] } = filter;
    query.where(either => {
      either.where('findings.component_name', q);
      if (ruleKeys.length > 0) {
        either.orWhereIn('findings.rule_key', ruleKeys);
      }
      if (entityRef !== undefined) {
        const text = q.toLocaleLowerCase('en-US');
        const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
        for (const column of ['title', 'location', 'purl']) {
          either.orWhereRaw(`LOWER(findings.${column}) LIKE ? ESCAPE '\\'`, [
            like,
          ]);
        }
      }
    });
  }
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
