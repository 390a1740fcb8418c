const DAY_MS = 24 * 3600 * 1000;

/** How something stood from a time on. */
export interface Standing {
  since: number;
  score_low: number | null;
}

/** The score at the end of each day from one time to another; now for the last. */
export function daysOf(
  standings: readonly Standing[],
  from: number,
  to: number,
): { on: string; scoreLow: number | null }[] {
  const days: { on: string; scoreLow: number | null }[] = [];
  let next = 0;
  let scoreLow: number | null = null;
  const first = Math.floor(from / DAY_MS) * DAY_MS;
  for (let start = first; start <= to; start += DAY_MS) {
    const end = Math.min(start + DAY_MS - 1, to);
    while (next < standings.length && standings[next].since <= end) {
      scoreLow = standings[next].score_low;
      next += 1;
    }
    days.push({ on: new Date(start).toISOString().slice(0, 10), scoreLow });
  }
  return days;
}
