import {
  Finding,
  FindingActionAnswer,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount } from '@synchrony/ui';

/** What became of an action on several findings, in words. */
export interface BulkNews {
  message: string;
  /** Findings to which nothing was done, and why. */
  refusals: { id: string; title: string; reason: string }[];
}

/** @param done - what is said of those that it was done to, e.g. `confirmed` */
export function describeResults(
  answer: FindingActionAnswer,
  findings: Finding[],
  done: string,
): BulkNews {
  const { results } = answer;
  const count = (outcome: string) =>
    results.filter(result => result.outcome === outcome).length;
  const titles = new Map(findings.map(({ id, title }) => [id, title]));
  const refused = results.filter(({ outcome }) => outcome === 'refused');
  const parts = [
    count('done') > 0 && `${formatCount(count('done'), 'finding')} ${done}.`,
    count('pending') > 0 &&
      `${formatCount(count('pending'), 'dismissal')} asked for: open until a second person agrees.`,
    refused.length > 0 &&
      `Not done for ${formatCount(refused.length, 'finding')}:`,
  ];
  return {
    message: parts.filter(Boolean).join(' '),
    refusals: refused.map(({ id, reason }) => ({
      id,
      title: titles.get(id) ?? id,
      reason: reason ?? 'refused',
    })),
  };
}
