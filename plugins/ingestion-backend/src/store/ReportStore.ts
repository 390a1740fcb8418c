import {
  ReportCounts,
  ReportEvent,
  ReportFault,
  ReportStatus,
  StatementCounts,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { toBoolean, toNumber, toOptionalNumber } from './engine';
import { takeReportStep } from './reportSteps';

/** A report as it is stored. Times are milliseconds. */
export interface StoredReport {
  id: string;
  entityRef: string;
  /** The entity that it named, when it was re-bound. */
  sentFor?: string;
  status: ReportStatus;
  submitter: string;
  idempotencyKey?: string;
  requestHash: string;
  scanHash: string;
  contentHash: string;
  sizeBytes: number;
  format?: string;
  tool?: string;
  category?: string;
  ref?: string;
  environment?: string;
  commit?: string;
  complete: boolean;
  emptyMeansClean: boolean;
  startedAt?: number;
  receivedAt: number;
  scannedAt?: number;
  processedAt?: number;
  applied: boolean;
  reason?: string;
  scopeCount: number;
  counts?: ReportCounts;
  statements?: StatementCounts;
  error?: ReportFault;
  bodyKept: boolean;
}

interface ReportRow {
  id: string;
  entity_ref: string;
  sent_for: string | null;
  status: ReportStatus;
  submitter: string;
  idempotency_key: string | null;
  request_hash: string;
  scan_hash: string;
  content_hash: string;
  size_bytes: number | string;
  format: string | null;
  tool: string | null;
  category: string | null;
  ref: string | null;
  environment: string | null;
  commit: string | null;
  complete: boolean | number;
  empty_means_clean: boolean | number;
  started_at: number | string | null;
  received_at: number | string;
  scanned_at: number | string | null;
  processed_at: number | string | null;
  applied: boolean | number;
  reason: string | null;
  scope_count: number;
  counts: string | null;
  statements: string | null;
  error: string | null;
  body_kept: boolean | number;
}

export function toStoredReport(row: ReportRow): StoredReport {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    sentFor: row.sent_for ?? undefined,
    status: row.status,
    submitter: row.submitter,
    idempotencyKey: row.idempotency_key ?? undefined,
    requestHash: row.request_hash,
    scanHash: row.scan_hash,
    contentHash: row.content_hash,
    sizeBytes: toNumber(row.size_bytes),
    format: row.format ?? undefined,
    tool: row.tool ?? undefined,
    category: row.category ?? undefined,
    ref: row.ref ?? undefined,
    environment: row.environment ?? undefined,
    commit: row.commit ?? undefined,
    complete: toBoolean(row.complete),
    emptyMeansClean: toBoolean(row.empty_means_clean),
    startedAt: toOptionalNumber(row.started_at),
    receivedAt: toNumber(row.received_at),
    scannedAt: toOptionalNumber(row.scanned_at),
    processedAt: toOptionalNumber(row.processed_at),
    applied: toBoolean(row.applied),
    reason: row.reason ?? undefined,
    scopeCount: row.scope_count,
    counts: row.counts ? JSON.parse(row.counts) : undefined,
    statements: row.statements ? JSON.parse(row.statements) : undefined,
    error: row.error ? JSON.parse(row.error) : undefined,
    bodyKept: toBoolean(row.body_kept),
  };
}

/** What a report is when it arrives. */
export type NewReport = Pick<
  StoredReport,
  | 'id'
  | 'entityRef'
  | 'status'
  | 'submitter'
  | 'idempotencyKey'
  | 'requestHash'
  | 'scanHash'
  | 'contentHash'
  | 'sizeBytes'
  | 'format'
  | 'tool'
  | 'category'
  | 'ref'
  | 'environment'
  | 'commit'
  | 'complete'
  | 'emptyMeansClean'
  | 'startedAt'
  | 'receivedAt'
  | 'reason'
>;

/** What is known of a report once it is final. */
export interface ReportOutcome {
  status: 'processed' | 'rejected' | 'failed';
  applied: boolean;
  reason?: string;
  format?: string;
  tool?: string;
  category?: string;
  ref?: string;
  commit?: string;
  scannedAt?: number;
  processedAt: number;
  scopeCount?: number;
  counts?: ReportCounts;
  statements?: StatementCounts;
  error?: ReportFault;
}

/** The steps that end a report that is worked on. */
const ENDS: Record<ReportOutcome['status'], ReportEvent> = {
  processed: 'process',
  rejected: 'reject',
  failed: 'fail',
};

/** Receipts. */
export class ReportStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async insert(tx: Knex.Transaction, report: NewReport): Promise<void> {
    await tx('reports').insert({
      id: report.id,
      entity_ref: report.entityRef,
      status: report.status,
      submitter: report.submitter,
      idempotency_key: report.idempotencyKey ?? null,
      request_hash: report.requestHash,
      scan_hash: report.scanHash,
      content_hash: report.contentHash,
      size_bytes: report.sizeBytes,
      format: report.format ?? null,
      tool: report.tool ?? null,
      category: report.category ?? null,
      ref: report.ref ?? null,
      environment: report.environment ?? null,
      commit: report.commit ?? null,
      complete: report.complete,
      empty_means_clean: report.emptyMeansClean,
      started_at: report.startedAt ?? null,
      received_at: report.receivedAt,
      reason: report.reason ?? null,
    });
  }

  async get(id: string): Promise<StoredReport | undefined> {
    const row = await this.#database<ReportRow>('reports')
      .where({ id })
      .first();
    return row && toStoredReport(row);
  }

  async getByIdempotencyKey(
    database: Knex,
    submitter: string,
    key: string,
  ): Promise<StoredReport | undefined> {
    const row = await database<ReportRow>('reports')
      .where({ submitter, idempotency_key: key })
      .first();
    return row && toStoredReport(row);
  }

  /** The newest receipt of an identical request. */
  async getNewestRequest(
    database: Knex,
    requestHash: string,
  ): Promise<StoredReport | undefined> {
    const row = await database<ReportRow>('reports')
      .where({ request_hash: requestHash })
      .orderBy('received_at', 'desc')
      .first();
    return row && toStoredReport(row);
  }

  /** The newest applied report with the same content for the same scope. */
  async getNewestApplied(scanHash: string): Promise<StoredReport | undefined> {
    const row = await this.#database<ReportRow>('reports')
      .where({ scan_hash: scanHash, status: 'processed', applied: true })
      .orderBy([
        { column: 'received_at', order: 'desc' },
        { column: 'processed_at', order: 'desc' },
      ])
      .first();
    return row && toStoredReport(row);
  }

  /** Puts a report that is worked on into quarantine. */
  async hold(tx: Knex.Transaction, id: string, reason: string): Promise<void> {
    await takeReportStep(tx('reports').where({ id }), 'hold', { reason });
  }

  /** Whether the report was still in quarantine. */
  async leaveQuarantine(tx: Knex.Transaction, id: string): Promise<boolean> {
    const count = await takeReportStep(tx('reports').where({ id }), 'release', {
      reason: null,
    });
    return count > 0;
  }

  /** Ends a report that is worked on; see `refuse` for one in quarantine. */
  async finish(
    database: Knex,
    id: string,
    outcome: ReportOutcome,
  ): Promise<void> {
    await this.#end(database, id, ENDS[outcome.status], outcome);
  }

  /** Rejects a report that is still in quarantine. */
  async refuse(
    id: string,
    outcome: Omit<ReportOutcome, 'status' | 'applied'>,
  ): Promise<void> {
    await this.#end(this.#database, id, 'refuse', {
      ...outcome,
      applied: false,
    });
  }

  async #end(
    database: Knex,
    id: string,
    event: ReportEvent,
    outcome: Omit<ReportOutcome, 'status'>,
  ): Promise<void> {
    await takeReportStep(database('reports').where({ id }), event, {
      applied: outcome.applied,
      reason: outcome.reason ?? null,
      processed_at: outcome.processedAt,
      scanned_at: outcome.scannedAt ?? null,
      scope_count: outcome.scopeCount ?? 0,
      counts: outcome.counts ? JSON.stringify(outcome.counts) : null,
      statements: outcome.statements
        ? JSON.stringify(outcome.statements)
        : null,
      error: outcome.error ? JSON.stringify(outcome.error) : null,
      ...(outcome.format && { format: outcome.format }),
      ...(outcome.tool && { tool: outcome.tool }),
      ...(outcome.category && { category: outcome.category }),
      ...(outcome.ref && { ref: outcome.ref }),
      ...(outcome.commit && { commit: outcome.commit }),
    });
  }

  async listQuarantined(entityRefs: string[]): Promise<StoredReport[]> {
    const rows = await this.#database<ReportRow>('reports')
      .where({ status: 'quarantined' })
      .whereIn('entity_ref', entityRefs)
      .orderBy('received_at')
      .limit(1000);
    return rows.map(toStoredReport);
  }

  /** Entities for which reports wait. */
  async listQuarantinedEntities(limit: number): Promise<string[]> {
    return this.#database('reports')
      .where({ status: 'quarantined' })
      .distinct('entity_ref')
      .limit(limit)
      .pluck('entity_ref');
  }

  async listQuarantinedBefore(
    receivedBefore: number,
    limit: number,
  ): Promise<StoredReport[]> {
    const rows = await this.#database<ReportRow>('reports')
      .where({ status: 'quarantined' })
      .where('received_at', '<', receivedBefore)
      .orderBy('received_at')
      .limit(limit);
    return rows.map(toStoredReport);
  }

  /** Frees idempotency keys that are no longer promised. */
  async dropIdempotencyKeys(receivedBefore: number): Promise<number> {
    return this.#database('reports')
      .whereNotNull('idempotency_key')
      .where('received_at', '<', receivedBefore)
      .update({ idempotency_key: null });
  }
}
