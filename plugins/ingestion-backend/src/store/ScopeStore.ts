import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { toBoolean, toNumber, toOptionalNumber } from './engine';

/** What tells scopes of an entity apart; absent parts are empty. */
export interface ScopeKey {
  tool: string;
  category: string;
  ref: string;
  environment: string;
}

export interface StoredScope extends ScopeKey {
  id: number;
  counted: boolean;
  lastScanAt: number;
  lastCompleteAt?: number;
  lastReportId: string;
  /** Of the last scan. */
  commit?: string;
  digest?: string;
  findingCount: number;
  controlTypes: ControlType[];
}

/** What a scan leaves behind in its scope. */
export interface ScopeUpdate {
  lastScanAt: number;
  lastReportAt: number;
  lastReportId: string;
  counted: boolean;
  commit?: string;
  controlTypes: ControlType[];
  /** Set by complete scans only. */
  complete?: { at: number; digest: string; findingCount: number };
}

interface ScopeRow {
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
  finding_count: number;
  control_types: string;
}

export class ScopeStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async list(
    entityRef: string,
    database: Knex = this.#database,
  ): Promise<StoredScope[]> {
    const rows: ScopeRow[] = await database('scopes')
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
      findingCount: row.finding_count,
      controlTypes: JSON.parse(row.control_types),
    }));
  }

  /** What scans of the default ref say is the newest commit. */
  async listCommits(
    tx: Knex.Transaction,
    entityRef: string,
  ): Promise<{ commit: string; at: number }[]> {
    const rows: { commit: string; at: number | string }[] = await tx('scopes')
      .where({ entity_ref: entityRef, counted: true })
      .whereNotNull('commit')
      .select('commit', 'last_scan_at as at');
    return rows.map(({ at, commit }) => ({ commit, at: toNumber(at) }));
  }

  async insert(
    tx: Knex.Transaction,
    entityRef: string,
    key: ScopeKey,
    update: ScopeUpdate,
  ): Promise<number> {
    const [{ id }] = await tx('scopes')
      .insert({ entity_ref: entityRef, ...key, ...toColumns(update) })
      .returning('id');
    return id;
  }

  async update(
    tx: Knex.Transaction,
    id: number,
    update: ScopeUpdate,
  ): Promise<void> {
    await tx('scopes').where({ id }).update(toColumns(update));
  }

  async setCounted(
    tx: Knex.Transaction,
    ids: number[],
    counted: boolean,
  ): Promise<void> {
    await tx('scopes').whereIn('id', ids).update({ counted, digest: null });
  }

  /** Scopes of other refs that nothing reported to for long. */
  async listAbandoned(
    lastReportBefore: number,
    limit: number,
  ): Promise<{ id: number; entityRef: string }[]> {
    const rows = await this.#database('scopes')
      .where({ counted: false })
      .where('last_report_at', '<', lastReportBefore)
      .orderBy('id')
      .limit(limit)
      .select('id', 'entity_ref');
    return rows.map(row => ({ id: row.id, entityRef: row.entity_ref }));
  }
}

function toColumns(update: ScopeUpdate) {
  return {
    counted: update.counted,
    last_scan_at: update.lastScanAt,
    last_report_at: update.lastReportAt,
    last_report_id: update.lastReportId,
    commit: update.commit ?? null,
    control_types: JSON.stringify(update.controlTypes),
    // A partial scan may add findings, so the digest no longer tells them all.
    digest: update.complete?.digest ?? null,
    ...(update.complete && {
      last_complete_at: update.complete.at,
      finding_count: update.complete.findingCount,
    }),
  };
}
