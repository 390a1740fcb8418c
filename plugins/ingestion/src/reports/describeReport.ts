import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';
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
