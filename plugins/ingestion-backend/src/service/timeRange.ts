import { FindingsQuery } from '@synchrony/backstage-plugin-ingestion-common';
import { DAY_MS } from '../sla';
import type { TimeRange } from '../store/FindingListStore';
import { RequestError } from './RequestError';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * When a query wants something to have happened; a day counts until its end,
 * UTC.
 *
 * @throws RequestError where the end does not come after the beginning
 */
export function toTimeRange(
  query: FindingsQuery,
  what: 'firstSeen' | 'resolved',
): TimeRange | undefined {
  const { [`${what}From` as const]: first, [`${what}To` as const]: last } =
    query;
  if (first === undefined && last === undefined) {
    return undefined;
  }
  const from = first === undefined ? undefined : Date.parse(first);
  const to =
    last === undefined
      ? undefined
      : Date.parse(last) + (DAY.test(last) ? DAY_MS : 0);
  if (from !== undefined && to !== undefined && from >= to) {
    throw new RequestError(
      400,
      `${what}To: must come after ${what}From`,
      `query.${what}To`,
    );
  }
  return { from, to };
}
