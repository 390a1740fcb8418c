import type { ReportReceipt, ReportStatus } from './types';

/**
 * What became of a report, as lists count and filter it: its status, and of
 * processed ones what they changed.
 *
 * @public
 */
export const REPORT_OUTCOMES = [
  'waiting',
  'processed',
  'partial',
  'not_applied',
  'quarantined',
  'rejected',
  'failed',
] as const;

/** @public */
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

/** What a receipt says when a report came to an outcome. @public */
export interface ReportOutcomeRule {
  status: readonly ReportStatus[];
  applied?: boolean;
  complete?: boolean;
}

/** Every receipt falls under exactly one of these. @public */
export const REPORT_OUTCOME_RULES: Record<ReportOutcome, ReportOutcomeRule> = {
  waiting: { status: ['received', 'processing'] },
  processed: { status: ['processed'], applied: true, complete: true },
  partial: { status: ['processed'], applied: true, complete: false },
  not_applied: { status: ['processed'], applied: false },
  quarantined: { status: ['quarantined'] },
  rejected: { status: ['rejected'] },
  failed: { status: ['failed'] },
};

/** What became of a report. @public */
export function reportOutcomeOf(
  receipt: Pick<ReportReceipt, 'status' | 'applied' | 'complete'>,
): ReportOutcome {
  const { applied, complete, status } = receipt;
  if (status !== 'processed') {
    return status === 'received' || status === 'processing'
      ? 'waiting'
      : status;
  }
  if (!applied) {
    return 'not_applied';
  }
  return complete ? 'processed' : 'partial';
}

/** By what kind of submitter a report was sent. @public */
export const REPORT_SOURCES = [
  'upload_token',
  'service',
  'webhook',
  'person',
] as const;

/** @public */
export type ReportSource = (typeof REPORT_SOURCES)[number];

/**
 * How names of submitters begin; all others are static tokens of services.
 *
 * @public
 */
export const REPORT_SOURCE_PREFIXES: Record<
  Exclude<ReportSource, 'service'>,
  string
> = {
  upload_token: 'upload-token:',
  webhook: 'github-webhook:',
  person: 'user:',
};

/** The kind of a submitter. @public */
export function reportSourceOf(submitter: string): ReportSource {
  return (
    REPORT_SOURCES.find(
      source =>
        source !== 'service' &&
        submitter.startsWith(REPORT_SOURCE_PREFIXES[source]),
    ) ?? 'service'
  );
}

/** What narrows a list of receipts. @public */
export interface ReportsFilter {
  entityRef?: string;
  status?: ReportStatus;
  outcome?: ReportOutcome[];
  /** By what kind of submitter it was sent. */
  source?: ReportSource;
  /**
   * Text in the name of the entity, the tool or the submitter. Without
   * `entityRef` and `since` it looks through {@link SEARCHED_REPORT_DAYS}.
   */
  q?: string;
  /** Received then or later; ISO 8601. */
  since?: string;
  /** Received before; ISO 8601. */
  until?: string;
}

/** How many days back a search among all reports looks by default. @public */
export const SEARCHED_REPORT_DAYS = 90;

/** @public */
export interface ReportsQuery extends ReportsFilter {
  cursor?: string;
  limit?: number;
}
