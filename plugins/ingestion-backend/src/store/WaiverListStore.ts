import {
  WaiverKind,
  WaiverStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { EntityVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { StoredWaiver } from '../waivers';
import { FindingRow } from './findingRow';
import { readable } from './readable';
import { toStoredWaiver, WaiverRow } from './waiverRow';

export const MOST_WAIVERS_COUNTED = 10_000;

/** Which waivers to list. */
export interface WaiverFilter {
  statuses?: WaiverStatus[];
  kinds?: WaiverKind[];
  entityRef?: string;
  ownedBy?: string;
  requester?: string;
  expiringBefore?: number;
  visibility: EntityVisibility;
}

/** The last row of the page before. */
export interface WaiverPosition {
  expiresAt: number;
  id: string;
}

/** How many findings of an entity and a severity a waiver accepts. */
export interface AcceptedByWaiver {
  waiverId: string;
  entityRef: string;
  severity: number;
  count: number;
}

/** The register of waivers. */
export class WaiverListStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Those that end first come first; one more tells that there are more. */
  async list(
    filter: WaiverFilter,
    page: { after?: WaiverPosition; limit: number },
  ): Promise<StoredWaiver[]> {
    const query = this.#filtered(filter)
      .orderBy(['waivers.expires_at', 'waivers.id'])
      .limit(page.limit + 1)
      .select('waivers.*');
    if (page.after) {
      query.whereRaw('(waivers.expires_at, waivers.id) > (?, ?)', [
        page.after.expiresAt,
        page.after.id,
      ]);
    }
    const rows: WaiverRow[] = await query;
    return rows.map(toStoredWaiver);
  }

  /** Counts up to 10,000, and one more when there are more. */
  async count(filter: WaiverFilter): Promise<number> {
    const [{ count }] = await this.#database
      .from(
        this.#filtered(filter)
          .select(this.#database.raw('1'))
          .limit(MOST_WAIVERS_COUNTED + 1)
          .as('found'),
      )
      .count({ count: '*' });
    return Number(count);
  }

  async countAccepted(waiverIds: string[]): Promise<AcceptedByWaiver[]> {
    const rows: {
      waiver_id: string;
      entity_ref: string;
      severity: number;
      count: number | string;
    }[] = await this.#database('findings')
      .whereIn('waiver_id', waiverIds)
      .where({ status: 'risk_accepted' })
      .groupBy('waiver_id', 'entity_ref', 'severity')
      .select(
        'waiver_id',
        'entity_ref',
        'severity',
        this.#database.raw('COUNT(*) AS count'),
      );
    return rows.map(row => ({
      waiverId: row.waiver_id,
      entityRef: row.entity_ref,
      severity: row.severity,
      count: Number(row.count),
    }));
  }

  /** Worst first, of these entities only. */
  async listAccepted(
    waiverId: string,
    entityRefs: string[],
    limit: number,
  ): Promise<FindingRow[]> {
    return this.#rows(limit)
      .where('findings.waiver_id', waiverId)
      .where('findings.status', 'risk_accepted')
      .whereIn('findings.entity_ref', entityRefs);
  }

  async listFindings(ids: string[]): Promise<FindingRow[]> {
    return this.#rows(ids.length).whereIn('findings.id', ids);
  }

  #rows(limit: number): Knex.QueryBuilder {
    return readable(this.#database('findings'))
      .orderBy(['findings.severity', 'findings.due_at', 'findings.id'])
      .limit(limit);
  }

  #filtered(filter: WaiverFilter): Knex.QueryBuilder {
    const query = this.#database('waivers');
    if (filter.statuses) {
      query.whereIn('waivers.status', filter.statuses);
    }
    if (filter.kinds) {
      query.whereIn('waivers.kind', filter.kinds);
    }
    if (filter.requester) {
      query.where('waivers.requester', filter.requester);
    }
    if (filter.expiringBefore !== undefined) {
      query.where('waivers.expires_at', '<', filter.expiringBefore);
    }
    if (filter.entityRef) {
      query.whereExists(
        this.#entities().where('waiver_entities.entity_ref', filter.entityRef),
      );
    }
    if (filter.ownedBy) {
      query.whereExists(
        this.#inCatalog().where('synchrony_entities.owner_ref', filter.ownedBy),
      );
    }
    if (filter.visibility.kind === 'where') {
      const visible = this.#inCatalog();
      filter.visibility.apply(visible, {
        entityRef: 'waiver_entities.entity_ref',
        ownerRef: 'synchrony_entities.owner_ref',
      });
      query.whereExists(visible);
    }
    return query;
  }

  #entities(): Knex.QueryBuilder {
    return this.#database('waiver_entities')
      .select(this.#database.raw('1'))
      .whereRaw('waiver_entities.waiver_id = waivers.id')
      .whereNot('waiver_entities.state', 'left');
  }

  #inCatalog(): Knex.QueryBuilder {
    return this.#entities().join(
      'synchrony_entities',
      'synchrony_entities.entity_ref',
      'waiver_entities.entity_ref',
    );
  }
}
