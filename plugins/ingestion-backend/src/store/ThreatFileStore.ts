import { ThreatFileKind } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { EPSS_LAYOUT, KEV_LAYOUT, SSVC_LAYOUT } from '../intelligence';
import { Cell, encodeRows, Layout } from '../rows';
import { engineOf, rowsTable, toOptionalNumber } from './engine';

/** Which rows of each kind count; absent when no file is loaded. */
export type Generations = Partial<Record<ThreatFileKind, number>>;

/** The file of a kind that counts. */
export interface StoredThreatFile {
  kind: ThreatFileKind;
  generation: number;
  /** Milliseconds. */
  dataDate: number;
  version?: string;
  rowCount: number;
  contentHash: string;
  source: string;
  loadedAt: number;
}

const TABLES: Record<ThreatFileKind, { name: string; layout: Layout }> = {
  epss: { name: 'cve_epss', layout: EPSS_LAYOUT },
  kev: { name: 'cve_kev', layout: KEV_LAYOUT },
  ssvc: { name: 'cve_ssvc', layout: SSVC_LAYOUT },
};

/**
 * Files of EPSS, KEV and SSVC. Rows of a new file are stored beside those that
 * count, under a generation of their own, and count from one moment to the
 * next.
 */
export class ThreatFileStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async list(database: Knex = this.#database): Promise<StoredThreatFile[]> {
    const rows = await database('threat_files')
      .whereNotNull('generation')
      .orderBy('kind');
    return rows.map(row => ({
      kind: row.kind,
      generation: row.generation,
      dataDate: Number(row.data_date),
      version: row.version ?? undefined,
      rowCount: row.row_count,
      contentHash: row.content_hash,
      source: row.source,
      loadedAt: toOptionalNumber(row.loaded_at) ?? 0,
    }));
  }

  /**
   * Holds what counts until the commit. Reports share it, a new file has it for
   * itself: so no report misses a file that comes to count meanwhile.
   */
  async lock(
    tx: Knex.Transaction,
    mode: 'shared' | 'alone',
  ): Promise<Generations> {
    const query = tx('threat_files')
      .orderBy('kind')
      .select('kind', 'generation');
    const rows: { kind: ThreatFileKind; generation: number | null }[] =
      await (mode === 'shared' ? query.forShare() : query.forUpdate());
    return Object.fromEntries(
      rows.flatMap(({ generation, kind }) =>
        generation === null ? [] : [[kind, generation]],
      ),
    );
  }

  /** A number for rows that do not count yet. */
  async begin(kind: ThreatFileKind, now: number): Promise<number> {
    const [{ id }] = await this.#database('threat_loads')
      .insert({ kind, started_at: now })
      .returning('id');
    return id;
  }

  /** Answers how many were new: fewer than given when an id comes twice. */
  async insert(
    kind: ThreatFileKind,
    generation: number,
    cells: Cell[][],
  ): Promise<number> {
    const { layout, name } = TABLES[kind];
    const columns = Object.keys(layout);
    let inserted = 0;
    for (const rows of encodeRows(engineOf(this.#database), cells)) {
      const table = rowsTable(this.#database, layout, rows);
      const result = await this.#database.raw(
        `INSERT INTO ${name} (generation, ${columns.join(', ')})
         SELECT ${generation}, ${columns.map(column => `r.${column}`).join(', ')}
         FROM ${table.sql} WHERE true
         ON CONFLICT (generation, cve) DO NOTHING`,
        table.bindings,
      );
      inserted += result.rowCount ?? result.changes ?? 0;
    }
    return inserted;
  }

  /** From the commit on, these rows count. */
  async activate(tx: Knex.Transaction, file: StoredThreatFile): Promise<void> {
    await tx('threat_files')
      .where({ kind: file.kind })
      .update({
        generation: file.generation,
        data_date: file.dataDate,
        version: file.version ?? null,
        row_count: file.rowCount,
        content_hash: file.contentHash,
        source: file.source,
        loaded_at: file.loadedAt,
      });
  }

  /** Removes rows that do not count and belong to no load that may still run. */
  async sweep(kind: ThreatFileKind, startedBefore: number): Promise<void> {
    const counts = this.#database('threat_files')
      .where({ kind })
      .whereNotNull('generation')
      .select('generation');
    const ids: number[] = await this.#database('threat_loads')
      .where({ kind })
      .where('started_at', '<', startedBefore)
      .whereNotIn('id', counts)
      .pluck('id');
    for (const generation of ids) {
      await this.drop(kind, generation);
    }
  }

  /** Removes the rows of a load. */
  async drop(kind: ThreatFileKind, generation: number): Promise<void> {
    await this.#database(TABLES[kind].name).where({ generation }).delete();
    await this.#database('threat_loads').where({ id: generation }).delete();
  }
}
