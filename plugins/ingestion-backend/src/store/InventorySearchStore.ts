import { EntityVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { PackageIdentity } from '@synchrony/report-parsers';
import { Knex } from 'knex';
import { PackageQuery } from '../inventory/packageQuery';
import { encodeRows, VERSION_KEY_LAYOUT } from '../rows';
import { packageKey } from '../worker/inventoryRows';
import { engineOf, rowsTable, toBoolean, toOptionalNumber } from './engine';

/** An entity, and how current its lists of components are. */
export interface InventoryEntity {
  entityRef: string;
  ownerRef?: string;
  hasList: boolean;
  lastCompleteAt?: number;
}

export interface PackageRow {
  key: string;
  type: string;
  namespace: string;
  name: string;
  display_name: string;
}

export interface VersionRow {
  key: string;
  package_key: string;
  version: string;
}

/** A version of a package in a list of an entity. */
export interface ComponentMatch {
  entityRef: string;
  versionKey: string;
  direct?: boolean;
  tool: string;
  category: string;
  environment: string;
  asOf?: number;
}

/** Packages of one name; beyond it what has them is a lower bound. */
export const MOST_PACKAGES = 500;
const KEYS_A_STATEMENT = 1000;
/** After every character that a name has. */
const LAST = '\uffff';

/** Looks for packages over all entities. */
export class InventorySearchStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * The entities of which it could be known what they consist of, as far as
   * the caller may see findings of them.
   */
  async listEntities(
    visibility: EntityVisibility,
    limit: number,
  ): Promise<InventoryEntity[]> {
    const lists = this.#database('inventory_scopes')
      .where('counted', true)
      .groupBy('entity_ref')
      .select('entity_ref')
      .max({ complete: 'last_complete_at' })
      .as('lists');
    const query = this.#database('synchrony_entities')
      .leftJoin(lists, 'lists.entity_ref', 'synchrony_entities.entity_ref')
      .where('synchrony_entities.missed_sweeps', '<', 2)
      .where(either =>
        either
          .whereRaw(
            `LOWER(synchrony_entities.kind) IN ('component', 'resource')`,
          )
          .orWhereNotNull('lists.entity_ref'),
      )
      .orderBy('synchrony_entities.entity_ref')
      .limit(limit)
      .select(
        'synchrony_entities.entity_ref',
        'synchrony_entities.owner_ref',
        { list_ref: 'lists.entity_ref' },
        'lists.complete',
      );
    this.#narrow(query, visibility);
    const rows = await query;
    return rows.map(row => ({
      entityRef: row.entity_ref,
      ownerRef: row.owner_ref ?? undefined,
      hasList: row.list_ref !== null,
      lastCompleteAt: toOptionalNumber(row.complete),
    }));
  }

  /** One row more than `MOST_PACKAGES` tells that there are more. */
  async findPackages(query: PackageQuery): Promise<PackageRow[]> {
    const packages = this.#database<PackageRow>('inventory_packages')
      .orderBy('key')
      .limit(MOST_PACKAGES + 1);
    return query.kind === 'identity'
      ? packages.where('key', packageKey(query.identity))
      : packages.where(either =>
          either.where('name_key', query.key).orWhere('full_key', query.key),
        );
  }

  async listPackages(identities: PackageIdentity[]): Promise<PackageRow[]> {
    const keys = identities.map(packageKey);
    const packages: PackageRow[] = [];
    for (let start = 0; start < keys.length; start += KEYS_A_STATEMENT) {
      packages.push(
        ...(await this.#database<PackageRow>('inventory_packages').whereIn(
          'key',
          keys.slice(start, start + KEYS_A_STATEMENT),
        )),
      );
    }
    return packages;
  }

  async listVersions(packageKeys: string[]): Promise<VersionRow[]> {
    return packageKeys.length === 0
      ? []
      : this.#database<VersionRow>('inventory_versions').whereIn(
          'package_key',
          packageKeys,
        );
  }

  /** Which entities have which of some versions, with what says so. */
  async listMatches(versionKeys: string[]): Promise<ComponentMatch[]> {
    const matches: ComponentMatch[] = [];
    const keys = versionKeys.map(key => [key]);
    for (const rows of encodeRows(engineOf(this.#database), keys)) {
      const table = rowsTable(this.#database, VERSION_KEY_LAYOUT, rows);
      const found = await this.#database('inventory_components')
        .join(
          'inventory_scopes',
          'inventory_scopes.id',
          'inventory_components.scope_id',
        )
        .where('inventory_scopes.counted', true)
        .whereRaw(
          `inventory_components.version_key IN (SELECT r.version_key FROM ${table.sql})`,
          table.bindings,
        )
        .select(
          'inventory_scopes.entity_ref',
          'inventory_components.version_key',
          'inventory_components.direct',
          'inventory_scopes.tool',
          'inventory_scopes.category',
          'inventory_scopes.environment',
          'inventory_scopes.last_scan_at',
        );
      for (const row of found) {
        matches.push({
          entityRef: row.entity_ref,
          versionKey: row.version_key,
          direct: row.direct === null ? undefined : toBoolean(row.direct),
          tool: row.tool,
          category: row.category,
          environment: row.environment,
          asOf: Number(row.last_scan_at),
        });
      }
    }
    return matches;
  }

  /** Packages whose names begin with a text, that somebody visible has. */
  async suggest(
    prefix: string,
    visibility: EntityVisibility,
    limit: number,
  ): Promise<PackageRow[]> {
    const has = this.#database('inventory_versions')
      .join(
        'inventory_components',
        'inventory_components.version_key',
        'inventory_versions.key',
      )
      .join(
        'inventory_scopes',
        'inventory_scopes.id',
        'inventory_components.scope_id',
      )
      .join(
        'synchrony_entities',
        'synchrony_entities.entity_ref',
        'inventory_scopes.entity_ref',
      )
      .whereRaw('inventory_versions.package_key = inventory_packages.key')
      .where('inventory_scopes.counted', true)
      .where('synchrony_entities.missed_sweeps', '<', 2)
      .select(this.#database.raw('1'));
    this.#narrow(has, visibility);
    return this.#database<PackageRow>('inventory_packages')
      .where(either =>
        either
          .whereBetween('name_key', [prefix, `${prefix}${LAST}`])
          .orWhereBetween('full_key', [prefix, `${prefix}${LAST}`]),
      )
      .whereExists(has)
      .orderBy([{ column: 'name_key' }, { column: 'key' }])
      .limit(limit);
  }

  #narrow(query: Knex.QueryBuilder, visibility: EntityVisibility): void {
    if (visibility.kind === 'where') {
      visibility.apply(query, {
        entityRef: 'synchrony_entities.entity_ref',
        ownerRef: 'synchrony_entities.owner_ref',
      });
    }
  }
}
