import {
  ReportCounts,
  ReportReceipt,
  StatementCounts,
} from '@synchrony/backstage-plugin-ingestion-common';
import { withPlace } from '../client/responseError';
import { EXIT_CODES, ExitCode } from '../exitCodes';

const COUNTED: (keyof ReportCounts)[] = [
  'new',
  'reopened',
  'updated',
  'resolved',
  'unchanged',
  'suppressed',
];

function describeCounts(counts: ReportCounts): string {
  const parts = COUNTED.filter(key => (counts[key] ?? 0) > 0).map(
    key => `${counts[key]} ${key}`,
  );
  const noun = counts.reported === 1 ? 'finding' : 'findings';
  return `${counts.reported} ${noun}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

const STATED: (keyof StatementCounts)[] = [
  'dismissed',
  'requested',
  'confirmed',
  'noted',
  'undone',
  'unmatched',
  'ambiguous',
  'invalid',
];

function describeStatements(counts: StatementCounts): string {
  const parts = STATED.filter(key => Number(counts[key]) > 0).map(
    key => `${counts[key]} ${key}`,
  );
  const noun = counts.stated === 1 ? 'statement' : 'statements';
  const did = `${counts.stated} ${noun}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
  return [did, ...counts.warnings].join('; ');
}

const REASONS: Record<string, string> = {
  older: 'a newer scan was applied before, nothing changed',
  inventory: 'a list of components is no scan, nothing changed',
  'no-evidence': 'the tool says that it could not scan, nothing changed',
};

/** What became of a report, on one line. */
export function describeReceipt(receipt: ReportReceipt): string {
  switch (receipt.status) {
    case 'processed': {
      const source = [receipt.tool, receipt.ref].filter(Boolean).join(', ');
      const scan = `${receipt.complete ? '' : 'partial scan, '}${source}`;
      const words = [`processed ${receipt.reportId} (${scan})`];
      if (receipt.statements) {
        words.push(describeStatements(receipt.statements));
      } else if (receipt.counts) {
        words.push(describeCounts(receipt.counts));
      }
      if (!receipt.applied && receipt.reason) {
        words.push(
          `– not applied: ${REASONS[receipt.reason] ?? receipt.reason}`,
        );
      }
      return words.join(' ');
    }
    case 'quarantined':
      return `quarantined ${receipt.reportId}: ${receipt.entityRef} is not in the catalog; it is released when the entity appears`;
    case 'rejected':
    case 'failed':
      return withPlace(
        `${receipt.status} ${receipt.reportId}: ${
          receipt.error?.message ?? receipt.reason ?? 'no reason given'
        }`,
        receipt.error?.details,
      );
    default:
      return `${receipt.status} ${receipt.reportId}`;
  }
}

/** How the process ends after a report. */
export function exitCodeOf(receipt: Pick<ReportReceipt, 'status'>): ExitCode {
  switch (receipt.status) {
    case 'rejected':
    case 'failed':
      return EXIT_CODES.rejected;
    case 'quarantined':
      return EXIT_CODES.quarantined;
    default:
      return EXIT_CODES.ok;
  }
}
