/** The middle value; the mean of the two in the middle of an even number. */
export function median(values: number[]): number {
  if (values.length === 0) {
    throw new Error('There is no median of nothing');
  }
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The smallest value that `share` of all values do not exceed. */
export function percentile(values: number[], share: number): number {
  if (values.length === 0) {
    throw new Error('There is no percentile of nothing');
  }
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.min(sorted.length - 1, Math.max(0, index))];
}

/** Seconds that the work takes, on the monotonic clock. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** One warm-up, then as many runs as asked for; run 0 is the warm-up. */
export async function repeat<T>(
  runs: number,
  work: (run: number) => Promise<T>,
): Promise<T[]> {
  await work(0);
  const results: T[] = [];
  for (let run = 1; run <= runs; run++) {
    results.push(await work(run));
  }
  return results;
}
