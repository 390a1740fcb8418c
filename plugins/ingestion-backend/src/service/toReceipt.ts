import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';
import { StoredReport } from '../store/ReportStore';

function isoOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

export function toReceipt(report: StoredReport): ReportReceipt {
  return {
    reportId: report.id,
    entityRef: report.entityRef,
    sentFor: report.sentFor,
    status: report.status,
    applied: report.applied,
    reason: report.reason,
    format: report.format,
    tool: report.tool,
    category: report.category,
    ref: report.ref,
    environment: report.environment,
    commit: report.commit,
    complete: report.complete,
    scannedAt: isoOf(report.scannedAt),
    receivedAt: new Date(report.receivedAt).toISOString(),
    processedAt: isoOf(report.processedAt),
    submitter: report.submitter,
    sizeBytes: report.sizeBytes,
    counts: report.counts,
    statements: report.statements,
    error: report.error,
    links: { self: `/api/ingestion/reports/${report.id}` },
  };
}
