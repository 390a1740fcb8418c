import {
  ControlType,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { GroupKey } from '../groups';
import { NEVER } from '../sla';
import { isPostgres, toNumber } from './engine';
import { filteredFindings } from './filteredFindings';
import { NarrowedFilter } from './narrowFilter';

/** Of more findings of one status, the first in the suggested order count. */
export const MOST_FINDINGS_GROUPED = 100_000;

/** Values of the order's columns in the group after which a page begins. */
export type GroupPosition = (number | string)[];

/** Findings of one cause, summed up. */
export interface StoredGroup {
  key: GroupKey;
  title?: string;
  type: ControlType;
  count: number;
  /** By severity, the worst first. */
  counts: number[];
  /** Texts of rules, where the cause is a rule. */
  rules: number;
  overdue: number;
  nextDueAt?: number;
  withoutFix: number;
  position: GroupPosition;
}

/** What the findings of a package say about its fixes. */
export interface PackageFixes {
  package: string;
  version: string | null;
  /** Advisories about it. */
  rules: number;
  /** Different lists of versions that fix one of them. */
  fixes: string[][];
}

interface GroupRow {
  component_name: string | null;
  component_version: string | null;
  rule_id: string | null;
  rule_name: string | null;
  type: ControlType;
  found: number | string;
  [count: `severity_${number}`]: number | string;
  overdue: number | string;
  next_due_at: number | string;
  without_fix: number | string;
  rank: number;
  due_at: number | string;
  name: string;
  version: string;
  total: number | string;
  total_found: number | string;
}

const COUNTS = SEVERITIES.map((_, index) => `severity_${index}` as const);

/**
 * Findings of one entity, grouped by cause.
 *
 * A page is one pass over the open findings of the entity, which the index on
 * entity, status and rank finds together, and of which at most 100,000 a
 * status are read: a group can not be placed before its last finding is seen.
 * Findings are summed up by the key of their rule before rules are joined, so
 * that the join is as small as the number of rules.
 */
export class FindingGroupStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** One group more than the limit tells that there are more. */
  async list(
    filter: NarrowedFilter,
    options: { position?: GroupPosition; limit: number },
  ): Promise<{ groups: StoredGroup[]; total: number; isPart: boolean }> {
    const database = this.#database;
    const page = database
      .with('found', this.#found(filter))
      .withMaterialized('causes', this.#causes(filter.now))
      .withMaterialized('grouped', this.#grouped())
      .from('grouped')
      .select(
        'grouped.*',
        database('grouped').count('*').as('total'),
        database('grouped').sum('found').as('total_found'),
      )
      .orderBy(['rank', 'due_at', 'cause', 'name', 'version'])
      .limit(options.limit + 1);
    if (options.position) {
      page.whereRaw(
        '("rank", due_at, cause, name, version) > (?, ?, ?, ?, ?)',
        options.position,
      );
    }
    const rows: GroupRow[] = await page;
    return {
      groups: rows.map(toGroup),
      total: rows.length > 0 ? Number(rows[0].total) : 0,
      isPart:
        rows.length > 0 && Number(rows[0].total_found) >= MOST_FINDINGS_GROUPED,
    };
  }

  async listFixes(
    filter: NarrowedFilter,
    packages: string[],
  ): Promise<PackageFixes[]> {
    if (packages.length === 0) {
      return [];
    }
    const joined = isPostgres(this.#database)
      ? `string_agg(DISTINCT COALESCE(fixed_versions, '[]'), ',')`
      : `group_concat(DISTINCT COALESCE(fixed_versions, '[]'))`;
    const rows = await this.#database
      .with('found', this.#found(filter))
      .from('found')
      .whereIn('component_name', packages)
      .groupBy('component_name', 'component_version')
      .select(
        'component_name',
        'component_version',
        this.#database.raw(`COUNT(DISTINCT rule_key) AS rules,
          ${joined} AS fixes`),
      );
    return rows.map(row => ({
      package: row.component_name,
      version: row.component_version,
      rules: Number(row.rules),
      fixes: JSON.parse(`[${row.fixes}]`),
    }));
  }

  #found(filter: NarrowedFilter): Knex.QueryBuilder {
    const parts = filter.statuses.map(status =>
      filteredFindings(this.#database, filter, status)
        .orderBy('findings.rank')
        .limit(MOST_FINDINGS_GROUPED)
        .select(
          'component_name',
          'component_version',
          'rule_key',
          'type',
          'severity',
          'rank',
          'due_at',
          'no_fix',
          'fixed_versions',
        ),
    );
    return this.#database
      .queryBuilder()
      .unionAll(
        parts.map(part => this.#database.select('*').from(part.as('part'))),
      );
  }

  #causes(now: number): Knex.QueryBuilder {
    const bySeverity = COUNTS.map(
      (name, index) =>
        `SUM(CASE severity WHEN ${index} THEN 1 ELSE 0 END) AS ${name}`,
    );
    return this.#database
      .from('found')
      .groupByRaw(
        'component_name, component_version, CASE WHEN component_name IS NULL THEN rule_key END',
      )
      .select(
        'component_name',
        'component_version',
        this.#database.raw(`
          CASE WHEN component_name IS NULL THEN rule_key END AS rule_key,
          MIN(type) AS type, COUNT(*) AS found, ${bySeverity.join(', ')},
          SUM(CASE WHEN due_at <= ${now} THEN 1 ELSE 0 END) AS overdue,
          MIN(CASE WHEN due_at > ${now} THEN due_at ELSE ${NEVER} END) AS next_due_at,
          SUM(CASE WHEN no_fix THEN 1 ELSE 0 END) AS without_fix,
          MIN("rank") AS "rank", MIN(due_at) AS due_at`),
      );
  }

  /** Several texts of a rule are one rule. */
  #grouped(): Knex.QueryBuilder {
    const sums = ['found', ...COUNTS, 'overdue', 'without_fix'].map(
      name => `SUM(causes.${name}) AS ${name}`,
    );
    return this.#database
      .from('causes')
      .leftJoin('rules', 'rules.key', 'causes.rule_key')
      .groupBy('component_name', 'component_version', 'rules.rule_id')
      .select(
        'component_name',
        'component_version',
        'rules.rule_id',
        this.#database.raw(`
          MIN(rules.rule_name) AS rule_name, MIN(causes.type) AS type,
          ${sums.join(', ')},
          MIN(causes.next_due_at) AS next_due_at,
          MIN(causes."rank") AS "rank", MIN(causes.due_at) AS due_at,
          CASE WHEN component_name IS NULL THEN 1 ELSE 0 END AS cause,
          COALESCE(component_name, rules.rule_id, '') AS name,
          COALESCE(component_version, '') AS version`),
      );
  }
}

function toGroup(row: GroupRow): StoredGroup {
  const next = toNumber(row.next_due_at);
  const isPackage = row.component_name !== null;
  return {
    key:
      row.component_name === null
        ? { ruleId: row.rule_id ?? '' }
        : { package: row.component_name, version: row.component_version },
    title: row.rule_name ?? undefined,
    type: row.type,
    count: Number(row.found),
    counts: COUNTS.map(name => Number(row[name])),
    rules: isPackage ? 0 : 1,
    overdue: Number(row.overdue),
    nextDueAt: next < NEVER ? next : undefined,
    withoutFix: Number(row.without_fix),
    position: [
      row.rank,
      toNumber(row.due_at),
      isPackage ? 0 : 1,
      row.name,
      row.version,
    ],
  };
}
