import { DeliveryRow } from './types';

/**
 * Of several states of one delivery the newest; of those of one time the last.
 * In the order of their ids, so that two requests lock them alike.
 */
export function newestStates<Row extends DeliveryRow>(
  rows: readonly Row[],
): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const known = newest.get(row.id);
    if (!known || Number(known.updated_at) <= Number(row.updated_at)) {
      newest.set(row.id, row);
    }
  }
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
