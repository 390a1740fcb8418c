import {
  CoverageKind,
  CoverageState,
  FAILURES_UNTIL_FAILING,
  NO_PLATFORM,
} from '@synchrony/backstage-plugin-ingestion-common';
import { EntityVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Expectation } from '../coverage/expectations';
import { DAY_MS } from '../sla';
import { CoverageRow, StoredCoverage, toEvidence } from './CoverageStore';
import { whereAmong } from './whereAmong';

/** Which components to count or to list. */
export interface CoverageFilter {
  visibility: EntityVisibility;
  /** Only these, when the catalog decides about each. */
  entityRefs?: string[];
  control?: CoverageKind;
  platform?: string;
  states?: CoverageState[];
  asOf: number;
  /** For how many days a list of components counts as current. */
  sbomDays: number;
}

export interface CoverageCount {
  platformRef?: string;
  controlType: CoverageKind;
  state: CoverageState;
  count: number;
}

/** A component with one of its controls, as it is stored. */
export interface ListedCoverage {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  platformRef?: string;
  expectation: Expectation;
  coverage?: Omit<StoredCoverage, 'controlType'>;
}

interface ListedRow extends Partial<Omit<CoverageRow, 'control_type'>> {
  listed_ref: string;
  title: string | null;
  owner_ref: string | null;
  platform_ref: string | null;
  expectation: Expectation;
}

/** The same as `stateOf`; a test holds the two together. */
export const COVERAGE_STATE_SQL = `CASE
  WHEN c.failures >= ${FAILURES_UNTIL_FAILING} THEN 'failing'
  WHEN c.last_complete_at IS NOT NULL AND c.stale_at IS NOT NULL
    THEN CASE WHEN c.stale_at > CAST(? AS bigint) THEN 'active' ELSE 'stale' END
  WHEN x.expectation = 'declared' THEN 'declared'
  WHEN c.entity_ref IS NULL AND x.expectation = 'not_applicable'
    THEN 'not_applicable'
  ELSE 'missing' END`;

/** The Domain of the System, else that of the Group above the owner, else that Group. */
const PLATFORM_SQL = `COALESCE(s.parent_ref,
  (SELECT MIN(d.entity_ref) FROM synchrony_entities d
   WHERE d.kind = 'domain' AND d.owner_ref = g.parent_ref),
  g.parent_ref)`;

/** Coverage of all components at once. */
export class CoverageMapStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async count(filter: CoverageFilter): Promise<CoverageCount[]> {
    const rows: {
      platform_ref: string | null;
      control_type: CoverageKind;
      state: CoverageState;
      count: number | string;
    }[] = await this.#database
      .from(this.#evidence(filter).as('found'))
      .select('platform_ref', 'control_type', 'state')
      .count({ count: '*' })
      .groupBy('platform_ref', 'control_type', 'state');
    return rows.map(row => ({
      platformRef: row.platform_ref ?? undefined,
      controlType: row.control_type,
      state: row.state,
      count: Number(row.count),
    }));
  }

  /** Refs of the components, for the catalog to decide about. */
  async listEntities(
    visibility: EntityVisibility,
    limit: number,
  ): Promise<string[]> {
    const query = this.#database('synchrony_entities as e')
      .where('e.kind', 'component')
      .orderBy('e.entity_ref')
      .limit(limit);
    applyVisibility(query, visibility);
    return query.pluck('e.entity_ref');
  }

  /** By ref; one row more than the limit tells that there are more. */
  async list(
    filter: CoverageFilter,
    options: { after?: string; before?: string; limit: number },
  ): Promise<ListedCoverage[]> {
    const { after, before, limit } = options;
    const query = this.#database
      .from(this.#narrowed(filter).as('found'))
      .orderBy('listed_ref', before === undefined ? 'asc' : 'desc')
      .limit(limit + 1);
    if (after !== undefined) {
      query.where('listed_ref', '>', after);
    } else if (before !== undefined) {
      query.where('listed_ref', '<', before);
    }
    const rows: ListedRow[] = await query;
    return rows.map(row => ({
      entityRef: row.listed_ref,
      title: row.title ?? undefined,
      ownerRef: row.owner_ref ?? undefined,
      platformRef: row.platform_ref ?? undefined,
      expectation: row.expectation,
      ...(row.entity_ref && {
        coverage: toEvidence(row as Omit<CoverageRow, 'control_type'>),
      }),
    }));
  }

  /** Counts up to `most`, and one more when there are more. */
  async total(filter: CoverageFilter, most: number): Promise<number> {
    const [{ count }] = await this.#database
      .from(
        this.#database
          .from(this.#narrowed(filter).as('found'))
          .select(this.#database.raw('1'))
          .limit(most + 1)
          .as('counted'),
      )
      .count({ count: '*' });
    return Number(count);
  }

  async titles(entityRefs: string[]): Promise<Map<string, string>> {
    const rows: { entity_ref: string; title: string | null }[] =
      await this.#database('synchrony_entities')
        .whereIn('entity_ref', entityRefs)
        .select('entity_ref', 'title');
    return new Map(
      rows.flatMap(row =>
        row.title === null ? [] : [[row.entity_ref, row.title] as const],
      ),
    );
  }

  /** Platform and state are computed, so they are filtered by one level up. */
  #narrowed(filter: CoverageFilter): Knex.QueryBuilder {
    const query = this.#database.from(this.#evidence(filter).as('evidence'));
    if (filter.platform === NO_PLATFORM) {
      query.whereNull('platform_ref');
    } else if (filter.platform !== undefined) {
      query.where('platform_ref', filter.platform);
    }
    if (filter.states) {
      query.whereIn('state', filter.states);
    }
    return query;
  }

  #evidence(filter: CoverageFilter): Knex.QueryBuilder {
    return filter.control === 'sbom'
      ? this.#sboms(filter)
      : this.#controls(filter);
  }

  #controls(filter: CoverageFilter): Knex.QueryBuilder {
    const database = this.#database;
    const query = this.#components(filter)
      .join('coverage_expectations as x', 'x.entity_ref', 'e.entity_ref')
      .leftJoin('coverage as c', join =>
        join
          .on('c.entity_ref', 'x.entity_ref')
          .andOn('c.control_type', 'x.control_type'),
      )
      .select(
        'c.entity_ref',
        'c.tool',
        'c.last_report_at',
        'c.last_complete_at',
        'c.stale_at',
        'c.commit',
        'c.report_id',
        'c.failures',
        'c.last_failure_at',
        'x.control_type',
        'x.expectation',
        database.raw(`${COVERAGE_STATE_SQL} AS state`, [filter.asOf]),
      );
    if (filter.control) {
      query.where('x.control_type', filter.control);
    }
    return query;
  }

  /** The newest complete list of components of each, if there is one. */
  #sboms(filter: CoverageFilter): Knex.QueryBuilder {
    const database = this.#database;
    const { asOf, sbomDays } = filter;
    const staleAt = `i.last_complete_at + CAST(${sbomDays * DAY_MS} AS bigint)`;
    const newest = database('inventory_scopes')
      .where({ counted: true })
      .whereNotNull('last_complete_at')
      .select(
        '*',
        database.raw(
          'ROW_NUMBER() OVER (PARTITION BY entity_ref ORDER BY last_complete_at DESC, id DESC) AS place',
        ),
      )
      .as('i');
    return this.#components(filter)
      .leftJoin(newest, join =>
        join
          .on('i.entity_ref', 'e.entity_ref')
          .andOn('i.place', database.raw('1')),
      )
      .select(
        'i.entity_ref',
        'i.tool',
        'i.last_report_at',
        'i.last_complete_at',
        'i.commit',
        'i.last_report_id as report_id',
        database.raw(`${staleAt} AS stale_at`),
        database.raw('0 AS failures'),
        database.raw('NULL AS last_failure_at'),
        database.raw("'sbom' AS control_type"),
        database.raw("'expected' AS expectation"),
        database.raw(
          `CASE WHEN i.entity_ref IS NULL THEN 'missing'
             WHEN ${staleAt} > CAST(? AS bigint) THEN 'active' ELSE 'stale' END AS state`,
          [asOf],
        ),
      );
  }

  /** Those that the caller may see, each with its platform. */
  #components(filter: CoverageFilter): Knex.QueryBuilder {
    const database = this.#database;
    const query = database('synchrony_entities as e')
      .leftJoin('catalog_parents as s', 's.entity_ref', 'e.system_ref')
      .leftJoin('catalog_parents as g', 'g.entity_ref', 'e.owner_ref')
      .where('e.kind', 'component')
      .select(
        'e.entity_ref as listed_ref',
        'e.title',
        'e.owner_ref',
        database.raw(`${PLATFORM_SQL} AS platform_ref`),
      );
    if (filter.entityRefs) {
      whereAmong(query, database, 'e.entity_ref', filter.entityRefs);
    }
    applyVisibility(query, filter.visibility);
    return query;
  }
}

function applyVisibility(
  query: Knex.QueryBuilder,
  visibility: EntityVisibility,
): void {
  if (visibility.kind === 'none') {
    query.whereRaw('1 = 0');
  } else if (visibility.kind === 'where') {
    query.where(inner =>
      visibility.apply(inner, {
        entityRef: 'e.entity_ref',
        ownerRef: 'e.owner_ref',
      }),
    );
  }
}
