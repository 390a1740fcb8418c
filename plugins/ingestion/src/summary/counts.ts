import {
  Coverage,
  FindingsSummary,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';

/** All severities together. */
export function sumOf(counts: Record<Severity, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** How many findings are open. */
export function openTotal(summary: FindingsSummary): number {
  return sumOf(summary.open);
}

/** Controls whose last complete scan is too old to confirm anything. */
export function staleControls(summary: FindingsSummary): Coverage[] {
  return summary.coverage.filter(({ state }) => state === 'stale');
}
