import {
  CoverageCounts,
  CoverageKind,
  CoverageState,
  NO_PLATFORM,
  PlatformCoverage,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber } from '@synchrony/ui';
import { CONTROL_LABELS } from '../words';

/** Above a column, where there is little room. */
export const SHORT_KIND_LABELS: Record<CoverageKind, string> = {
  sast: 'SAST',
  sca: 'SCA',
  secret: 'Secrets',
  dast: 'DAST',
  container: 'Image',
  iac: 'IaC',
  sbom: 'SBOM',
};

export const KIND_LABELS: Record<CoverageKind, string> = {
  ...CONTROL_LABELS,
  sbom: 'List of components (SBOM)',
};

/** The numbers of a column. */
export function countsOf(
  platform: PlatformCoverage,
  kind: CoverageKind,
): CoverageCounts {
  return kind === 'sbom' ? platform.sbom : platform.controls[kind];
}

export const STATE_LABELS: Record<CoverageState, string> = {
  active: 'Active',
  failing: 'Failing',
  stale: 'Stale',
  declared: 'Declared',
  missing: 'No report',
  not_applicable: 'Not applicable',
};

/** Components in which a control could run. */
export function applicable(counts: CoverageCounts): number {
  const { active, declared, failing, missing, stale } = counts;
  return active + declared + failing + missing + stale;
}

/** What a cell shows: the covered ones of those in which the control could run. */
export function shareText(counts: CoverageCounts): string {
  const all = applicable(counts);
  return all === 0 ? '–' : `${counts.active}/${all}`;
}

/** The name of a row, and what its components have in common. */
export function platformName({ platformRef, title }: PlatformCoverage): string {
  return title ?? platformRef ?? 'No platform';
}

/** As it is asked for. */
export function platformKey({ platformRef }: PlatformCoverage): string {
  return platformRef ?? NO_PLATFORM;
}

/** A cell in one sentence. It holds what the cell shows, see WCAG 2.5.3. */
export function cellSentence(
  platform: string,
  control: CoverageKind,
  counts: CoverageCounts,
): string {
  const parts = (
    [
      [counts.stale, 'stale'],
      [counts.failing, 'failing'],
      [counts.declared, 'declared, no report yet'],
      [counts.missing, 'without a report'],
      [counts.not_applicable, 'not applicable'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatNumber(count)} ${words}`);
  const lead = `${platform}, ${KIND_LABELS[control]}: ${shareText(counts)}`;
  return [
    applicable(counts) === 0 ? `${lead} not applicable` : `${lead} covered`,
    ...parts,
  ].join(', ');
}
