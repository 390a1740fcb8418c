import { Severity } from '@synchrony/backstage-plugin-ingestion-common';

const WORDS: Record<string, Severity> = {
  critical: 'critical',
  high: 'high',
  important: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
  info: 'info',
  informational: 'info',
};

/**
 * The tool's own severity where it is a severity and another one. SARIF's
 * `error`, `warning` and `note` are levels of the report, not an opinion.
 */
export function differingToolSeverity(finding: {
  severity: Severity;
  toolSeverity?: string;
}): Severity | undefined {
  const own = WORDS[finding.toolSeverity?.toLowerCase() ?? ''];
  return own === finding.severity ? undefined : own;
}
