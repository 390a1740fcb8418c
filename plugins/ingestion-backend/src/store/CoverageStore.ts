import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { toNumber, toOptionalNumber } from './engine';

/** What is known of one control of an entity. */
export interface StoredCoverage {
  controlType: ControlType;
  tool?: string;
  lastReportAt: number;
  lastCompleteAt?: number;
  staleAt?: number;
  commit?: string;
  reportId?: string;
  /** Scans in a row that failed since the last complete one. */
  failures: number;
  lastFailureAt?: number;
}

/** A row of `coverage`. */
export interface CoverageRow {
  entity_ref: string;
  control_type: ControlType;
  tool: string | null;
  last_report_at: number | string;
  last_complete_at: number | string | null;
  stale_at: number | string | null;
  commit: string | null;
  report_id: string | null;
  failures: number;
  last_failure_at: number | string | null;
}

export function toStoredCoverage(row: CoverageRow): StoredCoverage {
  return { controlType: row.control_type, ...toEvidence(row) };
}

/** What a row says, whatever it is evidence of. */
export function toEvidence(
  row: Omit<CoverageRow, 'control_type'>,
): Omit<StoredCoverage, 'controlType'> {
  return {
    tool: row.tool ?? undefined,
    lastReportAt: toNumber(row.last_report_at),
    lastCompleteAt: toOptionalNumber(row.last_complete_at),
    staleAt: toOptionalNumber(row.stale_at),
    commit: row.commit ?? undefined,
    reportId: row.report_id ?? undefined,
    failures: row.failures,
    lastFailureAt: toOptionalNumber(row.last_failure_at),
  };
}

export class CoverageStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async list(database: Knex, entityRef: string): Promise<StoredCoverage[]> {
    const rows = await database<CoverageRow>('coverage').where({
      entity_ref: entityRef,
    });
    return rows.map(toStoredCoverage);
  }

  get(entityRef: string): Promise<StoredCoverage[]> {
    return this.list(this.#database, entityRef);
  }

  async put(
    tx: Knex.Transaction,
    entityRef: string,
    coverage: StoredCoverage[],
  ): Promise<void> {
    if (coverage.length === 0) {
      return;
    }
    await tx('coverage')
      .insert(
        coverage.map(item => ({
          entity_ref: entityRef,
          control_type: item.controlType,
          tool: item.tool ?? null,
          last_report_at: item.lastReportAt,
          last_complete_at: item.lastCompleteAt ?? null,
          stale_at: item.staleAt ?? null,
          commit: item.commit ?? null,
          report_id: item.reportId ?? null,
          failures: item.failures,
          last_failure_at: item.lastFailureAt ?? null,
        })),
      )
      .onConflict(['entity_ref', 'control_type'])
      .merge();
  }
}
