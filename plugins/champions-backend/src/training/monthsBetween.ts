/** Whole months of the calendar between two moments, in UTC. */
export function monthsBetween(from: Date, to: Date): number {
  const months =
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 +
    to.getUTCMonth() -
    from.getUTCMonth();
  const isShort = to.getUTCDate() < from.getUTCDate();
  return Math.max(0, months - (isShort ? 1 : 0));
}
