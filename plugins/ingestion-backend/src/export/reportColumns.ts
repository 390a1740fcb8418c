import {
  ReportCounts,
  reportOutcomeOf,
  ReportReceipt,
  reportSourceOf,
} from '@synchrony/backstage-plugin-ingestion-common';
import { ExportColumn } from './writeExport';

const COUNTS: readonly (keyof ReportCounts)[] = [
  'reported',
  'new',
  'unchanged',
  'updated',
  'reopened',
  'resolved',
  'suppressed',
];

/** Receipts as a table, one line a report. */
export const REPORT_COLUMNS: readonly ExportColumn<ReportReceipt>[] = [
  { title: 'id', value: receipt => receipt.reportId },
  { title: 'received', value: receipt => receipt.receivedAt },
  { title: 'entity', value: receipt => receipt.entityRef },
  { title: 'sent for', value: receipt => receipt.sentFor },
  { title: 'format', value: receipt => receipt.format },
  { title: 'tool', value: receipt => receipt.tool },
  { title: 'category', value: receipt => receipt.category },
  { title: 'ref', value: receipt => receipt.ref },
  { title: 'commit', value: receipt => receipt.commit },
  { title: 'environment', value: receipt => receipt.environment },
  { title: 'outcome', value: reportOutcomeOf },
  { title: 'reason', value: receipt => receipt.reason },
  { title: 'error', value: receipt => receipt.error?.message },
  { title: 'error path', value: receipt => receipt.error?.details?.path },
  { title: 'error line', value: receipt => receipt.error?.details?.line },
  ...COUNTS.map(name => ({
    title: name,
    value: ({ counts }: ReportReceipt) => counts?.[name],
  })),
  { title: 'submitter', value: receipt => receipt.submitter },
  { title: 'source', value: ({ submitter }) => reportSourceOf(submitter) },
  { title: 'bytes', value: receipt => receipt.sizeBytes },
  { title: 'scanned', value: receipt => receipt.scannedAt },
  { title: 'processed', value: receipt => receipt.processedAt },
];
