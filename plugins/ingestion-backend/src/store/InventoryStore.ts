import { Knex } from 'knex';
import {
  COMPONENT_LAYOUT,
  PACKAGE_LAYOUT,
  Rows,
  VERSION_KEY_LAYOUT,
  VERSION_LAYOUT,
} from '../rows';
import { rowsTable, toBoolean, toNumber, toOptionalNumber } from './engine';
import { ScopeKey } from './ScopeStore';

/** A list of components as it is stored, without them. */
export interface StoredInventory extends ScopeKey {
  id: number;
  counted: boolean;
  lastScanAt: number;
  lastCompleteAt?: number;
  lastReportId: string;
  commit?: string;
  digest?: string;
  componentCount: number;
}

/** What a scan leaves behind in its list. */
export interface InventoryUpdate {
  counted: boolean;
  lastScanAt: number;
  lastReportAt: number;
  lastReportId: string;
  commit?: string;
  /** Set by complete lists only. */
  digest?: string;
}

interface InventoryRow {
  id: number;
  tool: string;
  category: string;
  ref: string;
  environment: string;
  counted: boolean | number;
  last_scan_at: number | string;
  last_complete_at: number | string | null;
  last_report_id: string;
  commit: string | null;
  digest: string | null;
  component_count: number;
}

const ATTRIBUTES = Object.keys(COMPONENT_LAYOUT).slice(1);

/** Lists of components, and set-based changes of them. */
export class InventoryStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async list(
    entityRef: string,
    database: Knex = this.#database,
  ): Promise<StoredInventory[]> {
    const rows: InventoryRow[] = await database('inventory_scopes')
      .where({ entity_ref: entityRef })
      .orderBy('id');
    return rows.map(row => ({
      id: row.id,
      tool: row.tool,
      category: row.category,
      ref: row.ref,
      environment: row.environment,
      counted: toBoolean(row.counted),
      lastScanAt: toNumber(row.last_scan_at),
      lastCompleteAt: toOptionalNumber(row.last_complete_at),
      lastReportId: row.last_report_id,
      commit: row.commit ?? undefined,
      digest: row.digest ?? undefined,
      componentCount: row.component_count,
    }));
  }

  async insert(
    tx: Knex.Transaction,
    entityRef: string,
    key: ScopeKey,
    update: InventoryUpdate,
  ): Promise<number> {
    const [{ id }] = await tx('inventory_scopes')
      .insert({
        entity_ref: entityRef,
        tool: key.tool,
        category: key.category,
        ref: key.ref,
        environment: key.environment,
        component_count: 0,
        ...toColumns(update),
      })
      .returning('id');
    return id;
  }

  async update(
    tx: Knex.Transaction,
    id: number,
    update: InventoryUpdate,
  ): Promise<void> {
    await tx('inventory_scopes').where({ id }).update(toColumns(update));
  }

  async setCounted(
    tx: Knex.Transaction,
    ids: number[],
    counted: boolean,
  ): Promise<void> {
    await tx('inventory_scopes').whereIn('id', ids).update({ counted });
  }

  async insertPackages(tx: Knex.Transaction, rows: Rows): Promise<void> {
    await insertNew(tx, 'inventory_packages', PACKAGE_LAYOUT, rows);
  }

  async insertVersions(tx: Knex.Transaction, rows: Rows): Promise<void> {
    await insertNew(tx, 'inventory_versions', VERSION_LAYOUT, rows);
  }

  /** Writes only what differs from what is stored. */
  async putComponents(
    tx: Knex.Transaction,
    id: number,
    rows: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, COMPONENT_LAYOUT, rows);
    const columns = ATTRIBUTES.join(', ');
    await tx.raw(
      `INSERT INTO inventory_components (scope_id, version_key, ${columns})
       SELECT ${id}, r.version_key, ${ATTRIBUTES.map(name => `r.${name}`).join(', ')}
       FROM ${table.sql} WHERE true
       ON CONFLICT (scope_id, version_key)
       DO UPDATE SET ${ATTRIBUTES.map(name => `${name} = excluded.${name}`).join(', ')}
       WHERE ${ATTRIBUTES.map(
         name =>
           `inventory_components.${name} IS DISTINCT FROM excluded.${name}`,
       ).join(' OR ')}`,
      table.bindings,
    );
  }

  /** Takes away what a complete list does not have any more. */
  async deleteOthers(
    tx: Knex.Transaction,
    id: number,
    keys: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, VERSION_KEY_LAYOUT, keys);
    await tx.raw(
      `DELETE FROM inventory_components WHERE scope_id = ${id}
       AND version_key NOT IN (SELECT r.version_key FROM ${table.sql})`,
      table.bindings,
    );
  }

  async recount(tx: Knex.Transaction, id: number): Promise<void> {
    await tx('inventory_scopes')
      .where({ id })
      .update({
        component_count: tx('inventory_components')
          .where({ scope_id: id })
          .count('*'),
      });
  }

  /** Lists of other refs that nothing reported to for long. */
  async listAbandoned(lastReportBefore: number, limit: number) {
    const ids: number[] = await this.#database('inventory_scopes')
      .where({ counted: false })
      .where('last_report_at', '<', lastReportBefore)
      .orderBy('id')
      .limit(limit)
      .pluck('id');
    return ids;
  }

  async delete(ids: number[]): Promise<void> {
    await this.#database.transaction(async tx => {
      await tx('inventory_components').whereIn('scope_id', ids).delete();
      await tx('inventory_scopes').whereIn('id', ids).delete();
    });
  }
}

async function insertNew(
  tx: Knex.Transaction,
  name: string,
  layout: typeof PACKAGE_LAYOUT | typeof VERSION_LAYOUT,
  rows: Rows,
): Promise<void> {
  const table = rowsTable(tx, layout, rows);
  const columns = Object.keys(layout);
  await tx.raw(
    `INSERT INTO ${name} (${columns.join(', ')})
     SELECT ${columns.map(column => `r.${column}`).join(', ')}
     FROM ${table.sql} WHERE true
     ON CONFLICT (key) DO NOTHING`,
    table.bindings,
  );
}

function toColumns(update: InventoryUpdate) {
  return {
    counted: update.counted,
    last_scan_at: update.lastScanAt,
    last_report_at: update.lastReportAt,
    last_report_id: update.lastReportId,
    commit: update.commit ?? null,
    // A partial list may add components, so the digest no longer tells them all.
    digest: update.digest ?? null,
    ...(update.digest && { last_complete_at: update.lastScanAt }),
  };
}
