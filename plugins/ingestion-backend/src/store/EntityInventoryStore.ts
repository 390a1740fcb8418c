import { EntityComponent } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { toBoolean } from './engine';

/** A component of an entity, and where it stands in the list. */
export interface EntityComponentRow extends EntityComponent {
  position: [fullKey: string, versionKey: string];
}

const LAST = '\uffff';
const MOST_COUNTED = 10_000;

/** Components of one entity, over all lists that count. */
export class EntityInventoryStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** One row more than the limit tells that there are more. */
  async list(
    entityRef: string,
    options: { prefix?: string; after?: (string | number)[]; limit: number },
  ): Promise<EntityComponentRow[]> {
    const query = this.#components(entityRef, options.prefix)
      .groupBy(
        'inventory_packages.full_key',
        'inventory_versions.key',
        'inventory_packages.display_name',
        'inventory_packages.type',
        'inventory_versions.version',
      )
      .orderBy([
        { column: 'inventory_packages.full_key' },
        { column: 'inventory_versions.key' },
      ])
      .limit(options.limit + 1)
      .select(
        'inventory_packages.full_key',
        'inventory_versions.key',
        'inventory_packages.display_name',
        'inventory_packages.type',
        'inventory_versions.version',
      )
      .max({
        kind: 'inventory_components.kind',
        usage: 'inventory_components.usage',
        licences: 'inventory_components.licences',
      })
      .select(
        this.#database.raw(
          'MAX(CASE WHEN inventory_components.direct THEN 1 WHEN NOT inventory_components.direct THEN 0 END) AS direct',
        ),
      );
    if (options.after) {
      query.whereRaw(
        '(inventory_packages.full_key, inventory_versions.key) > (?, ?)',
        options.after,
      );
    }
    const rows = await query;
    return rows.map(row => ({
      position: [row.full_key, row.key],
      package: row.display_name,
      type: row.type,
      version: row.version,
      kind: row.kind ?? undefined,
      usage: row.usage ?? undefined,
      direct: row.direct === null ? undefined : toBoolean(Number(row.direct)),
      licences: row.licences ? JSON.parse(row.licences) : [],
    }));
  }

  /** Counts up to 10,000, and one more when there are more. */
  async count(entityRef: string, prefix?: string): Promise<number> {
    const [{ count }] = await this.#database
      .from(
        this.#components(entityRef, prefix)
          .distinct('inventory_versions.key')
          .limit(MOST_COUNTED + 1)
          .as('found'),
      )
      .count({ count: '*' });
    return Number(count);
  }

  #components(entityRef: string, prefix?: string): Knex.QueryBuilder {
    const query = this.#database('inventory_scopes')
      .join(
        'inventory_components',
        'inventory_components.scope_id',
        'inventory_scopes.id',
      )
      .join(
        'inventory_versions',
        'inventory_versions.key',
        'inventory_components.version_key',
      )
      .join(
        'inventory_packages',
        'inventory_packages.key',
        'inventory_versions.package_key',
      )
      .where('inventory_scopes.entity_ref', entityRef)
      .where('inventory_scopes.counted', true);
    if (prefix) {
      query.where(either =>
        either
          .whereBetween('inventory_packages.name_key', [
            prefix,
            `${prefix}${LAST}`,
          ])
          .orWhereBetween('inventory_packages.full_key', [
            prefix,
            `${prefix}${LAST}`,
          ]),
      );
    }
    return query;
  }
}

export const MOST_COMPONENTS_COUNTED = MOST_COUNTED;
