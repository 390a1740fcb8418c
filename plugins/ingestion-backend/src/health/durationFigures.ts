import { DurationFigures } from '@synchrony/backstage-plugin-ingestion-common';

/** Median, 95th percentile (nearest rank) and longest; undefined of none. */
export function durationFigures(
  durations: readonly number[],
): DurationFigures | undefined {
  if (durations.length === 0) {
    return undefined;
  }
  const sorted = [...durations].sort((a, b) => a - b);
  const rank = (share: number) =>
    sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return { medianMs: rank(0.5), p95Ms: rank(0.95), longestMs: rank(1) };
}
