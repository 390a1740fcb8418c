import {
  ReportReceipt,
  StatementCounts,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount, formatNumber } from '@synchrony/ui';

const NOT_APPLIED: Record<string, string> = {
  older: 'Older than the newest report of this scan: not applied',
};

const QUARANTINE =
  'Its entity is not in the catalog; kept until it appears, at most 30 days';

function changes(receipt: ReportReceipt): string[] {
  const { counts } = receipt;
  if (!counts) {
    return [];
  }
  return [
    counts.new > 0 ? `+${formatNumber(counts.new)} new` : '',
    counts.reopened > 0 ? `${formatNumber(counts.reopened)} reopened` : '',
    counts.updated > 0 ? `${formatNumber(counts.updated)} changed` : '',
    counts.resolved > 0 ? `${formatNumber(counts.resolved)} resolved` : '',
  ].filter(Boolean);
}

function nothingChanged({ counts }: ReportReceipt): string {
  return counts?.reported === 0
    ? 'No findings'
    : `Already known: ${formatCount(counts?.unchanged ?? 0, 'finding')} unchanged`;
}

function describeStatements(counts: StatementCounts): string {
  const { invalid, stated } = counts;
  const said = [
    counts.dismissed > 0 ? `${formatNumber(counts.dismissed)} dismissed` : '',
    counts.requested > 0 ? `${formatNumber(counts.requested)} to decide` : '',
    counts.confirmed > 0 ? `${formatNumber(counts.confirmed)} confirmed` : '',
    counts.noted > 0 ? `${formatNumber(counts.noted)} noted` : '',
    counts.undone > 0 ? `${formatNumber(counts.undone)} undone` : '',
    counts.ambiguous > 0 ? `${formatNumber(counts.ambiguous)} not sure` : '',
    invalid > 0 ? `${formatNumber(invalid)} invalid` : '',
  ].filter(Boolean);
  return `${formatCount(stated, 'VEX statement')}: ${said.join(', ') || 'nothing changed'}`;
}

/** What a report did, or what became of it, in words. */
export function describeReport(receipt: ReportReceipt): string {
  switch (receipt.status) {
    case 'received':
      return 'Waiting to be read';
    case 'processing':
      return 'Being read';
    case 'quarantined':
      return QUARANTINE;
    case 'rejected':
    case 'failed':
      return receipt.error?.message ?? receipt.reason ?? 'No reason is known';
    default:
      break;
  }
  if (!receipt.applied) {
    const reason = receipt.reason ?? '';
    return NOT_APPLIED[reason] ?? `Not applied: ${reason || 'no reason given'}`;
  }
  if (receipt.statements) {
    return describeStatements(receipt.statements);
  }
  const did = changes(receipt);
  const words = did.length > 0 ? did.join(', ') : nothingChanged(receipt);
  return receipt.complete ? words : `${words}; partial: nothing resolved`;
}

/** Where in a report its fault is: `$.runs[0], line 12`. */
export function faultPlace(receipt: ReportReceipt): string | undefined {
  const { path, line } = receipt.error?.details ?? {};
  const place = [path, line === undefined ? undefined : `line ${line}`]
    .filter(Boolean)
    .join(', ');
  return place || undefined;
}
