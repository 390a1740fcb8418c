import { ParsedRun } from '../types';

/** Counts results of the file that become no finding, under the reason why. */
export function leaveOut(
  counts: ParsedRun['counts'],
  reason: string,
  count = 1,
): void {
  if (count <= 0) return;
  counts.leftOut[reason] = (counts.leftOut[reason] ?? 0) + count;
  counts.raw += count;
}
