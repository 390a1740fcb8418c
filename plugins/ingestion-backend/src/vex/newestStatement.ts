import { StatementStatus } from '@synchrony/backstage-plugin-ingestion-common';
import { Statement } from './types';

/** Of two that were said at the same time the more careful one counts. */
const CAREFUL_FIRST: readonly StatementStatus[] = [
  'affected',
  'under_investigation',
  'fixed',
  'not_affected',
];

function carefulness({ status }: Statement): number {
  return CAREFUL_FIRST.indexOf(status);
}

function byText(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

/** The one that counts first, whatever the order in which they came. */
export function newestFirst(left: Statement, right: Statement): number {
  return (
    right.at - left.at ||
    right.document.issuedAt - left.document.issuedAt ||
    carefulness(left) - carefulness(right) ||
    byText(left.document.documentId, right.document.documentId) ||
    left.position - right.position
  );
}

/** The statement that counts of some about one finding. */
export function newestStatement(
  statements: readonly Statement[],
): Statement | undefined {
  return [...statements].sort(newestFirst).at(0);
}
