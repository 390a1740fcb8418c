import { ThreatFileKind } from '@synchrony/backstage-plugin-ingestion-common';

export const KIND_LABELS: Record<ThreatFileKind, string> = {
  epss: 'EPSS',
  kev: 'KEV',
  ssvc: 'SSVC',
};

/** What findings lack without a file. */
export const KIND_MEANINGS: Record<ThreatFileKind, string> = {
  epss: 'how likely a vulnerability is exploited in 30 days',
  kev: 'which vulnerabilities are exploited',
  ssvc: 'whether attacks can be automated, and their impact',
};

export const KIND_FILES: Record<ThreatFileKind, string> = {
  epss: 'epss_scores-YYYY-MM-DD.csv.gz, from FIRST',
  kev: 'known_exploited_vulnerabilities.json, from CISA',
  ssvc: 'CVE records of CISA Vulnrichment, a JSON list or one a line',
};

/** The day of a file, which has no zone of its own: `20 Nov 2026`. */
export function dayText(time: string): string {
  return new Date(time).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
