import { EvidenceItem } from '@synchrony/backstage-plugin-scorecards-common';
import { formatExactTime, formatNumber } from '@synchrony/ui';

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A value that a rule read, in words. */
export function evidenceText(value: EvidenceItem['value']): string {
  if (value === null) {
    return 'nothing reported';
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (typeof value === 'number') {
    return formatNumber(value);
  }
  return ISO_TIME.test(value) ? formatExactTime(value) : value;
}
