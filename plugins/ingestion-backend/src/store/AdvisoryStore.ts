import { FindingStatus } from '@synchrony/backstage-plugin-ingestion-common';
import { EntityVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { toNumber } from './engine';
import { visibleEntities } from './narrowFilter';

/** A finding as far as a search over all entities needs it. Times are milliseconds. */
export interface FoundFinding {
  id: string;
  entityRef: string;
  status: FindingStatus;
  /** 0 is critical. */
  severity: number;
  dueAt: number;
  firstSeenAt: number;
  componentName?: string;
  componentVersion?: string;
  purl?: string;
  fixedVersions: string[];
}

/** Whose findings to look at, so that others do not fill up the limit. */
export interface FindingReach {
  visibility: EntityVisibility;
  /** Only these; absent when only the catalog could tell of too many. */
  entityRefs?: string[];
}

interface FoundRow {
  id: string;
  entity_ref: string;
  status: FindingStatus;
  severity: number;
  due_at: number | string;
  first_seen_at: number | string;
  component_name: string | null;
  component_version: string | null;
  purl: string | null;
  fixed_versions: string | null;
}

const STATUSES: FindingStatus[] = [
  'open',
  'risk_accepted',
  'dismissed',
  'resolved',
];

/** Findings by what they are about, over all entities. */
export class AdvisoryStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Findings that name an advisory. */
  async listByAdvisory(
    id: string,
    reach: FindingReach,
    limit: number,
  ): Promise<FoundFinding[]> {
    return this.#read(
      this.#database('findings').whereIn(
        'findings.rule_key',
        this.#database('rule_tokens')
          .where({ token: id.toLocaleLowerCase('en-US') })
          .select('rule_key'),
      ),
      reach,
      limit,
    );
  }

  /** Findings that are not resolved, of a component of one of some names. */
  async listByComponent(
    names: string[],
    reach: FindingReach,
    limit: number,
  ): Promise<FoundFinding[]> {
    return this.#read(
      this.#database('findings')
        .whereIn('findings.component_name', names)
        .whereNot('findings.status', 'resolved'),
      reach,
      limit,
    );
  }

  async #read(
    query: Knex.QueryBuilder,
    { entityRefs, visibility }: FindingReach,
    limit: number,
  ): Promise<FoundFinding[]> {
    if (visibility.kind === 'none') {
      return [];
    }
    if (entityRefs) {
      query.whereIn('findings.entity_ref', entityRefs);
    } else if (visibility.kind === 'where') {
      query.whereIn(
        'findings.entity_ref',
        visibleEntities(this.#database, { visibility }),
      );
    }
    const rows: FoundRow[] = await query
      .whereIn('findings.status', STATUSES)
      .orderBy('findings.id')
      .limit(limit)
      .select(
        'id',
        'entity_ref',
        'status',
        'severity',
        'due_at',
        'first_seen_at',
        'component_name',
        'component_version',
        'purl',
        'fixed_versions',
      );
    return rows.map(row => ({
      id: row.id,
      entityRef: row.entity_ref,
      status: row.status,
      severity: row.severity,
      dueAt: toNumber(row.due_at),
      firstSeenAt: toNumber(row.first_seen_at),
      componentName: row.component_name ?? undefined,
      componentVersion: row.component_version ?? undefined,
      purl: row.purl ?? undefined,
      fixedVersions: row.fixed_versions ? JSON.parse(row.fixed_versions) : [],
    }));
  }
}
