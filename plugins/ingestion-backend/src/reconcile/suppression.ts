import { ParsedFinding } from '@synchrony/report-parsers';

/**
 * What a suppression in the source does: it dismisses a finding below high.
 * At high and critical it is a request that a second person decides, so the
 * finding stays open.
 */
export function statusBySource(
  finding: Pick<ParsedFinding, 'severity' | 'suppression'>,
): 'open' | 'dismissed' {
  const dismissible =
    finding.severity !== 'critical' && finding.severity !== 'high';
  return isSuppressed(finding) && dismissible ? 'dismissed' : 'open';
}

export function isSuppressed(
  finding: Pick<ParsedFinding, 'suppression'>,
): boolean {
  return finding.suppression?.status === 'accepted';
}
