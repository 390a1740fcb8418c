/** A vulnerable package as Trivy reports it. */
export interface VulnerablePackage {
  id: string;
  package?: string;
  severity?: string;
  fixedVersion?: string;
}

/** A Trivy report of vulnerable packages. */
export function trivyOf(packages: VulnerablePackage[]): string {
  return JSON.stringify({
    SchemaVersion: 2,
    ArtifactName: '.',
    ArtifactType: 'repository',
    Results: [
      {
        Target: 'package-lock.json',
        Class: 'lang-pkgs',
        Type: 'npm',
        Vulnerabilities: packages.map(
          ({ id, severity = 'LOW', fixedVersion, ...rest }) => ({
            VulnerabilityID: id,
            PkgName: rest.package ?? `of-${id}`,
            InstalledVersion: '1.0.0',
            FixedVersion: fixedVersion,
            Severity: severity,
          }),
        ),
      },
    ],
  });
}

/** FIRST's file of a day. */
export function epssOf(
  scores: Record<string, [epss: number, percentile: number]>,
  day = '2026-11-20',
): string {
  return [
    `#model_version:v1,score_date:${day}T00:00:00+0000`,
    'cve,epss,percentile',
    ...Object.entries(scores).map(([id, values]) => [id, ...values].join(',')),
    '',
  ].join('\n');
}

/** CISA's file of a day: the day each CVE was added. */
export function kevOf(
  added: Record<string, string>,
  day = '2026-11-20',
): string {
  return JSON.stringify({
    catalogVersion: day.replaceAll('-', '.'),
    dateReleased: `${day}T12:00:00.000Z`,
    vulnerabilities: Object.entries(added).map(([cveID, dateAdded]) => ({
      cveID,
      dateAdded,
      knownRansomwareCampaignUse: 'Unknown',
    })),
  });
}

/** A record of Vulnrichment with its decision points. */
export function ssvcOf(
  id: string,
  points: { exploitation: string; automatable: string; impact: string },
): string {
  return JSON.stringify({
    cveMetadata: { cveId: id },
    containers: {
      adp: [
        {
          providerMetadata: { shortName: 'CISA-ADP' },
          metrics: [
            {
              other: {
                type: 'ssvc',
                content: {
                  timestamp: '2026-11-10T00:00:00Z',
                  options: [
                    { Exploitation: points.exploitation },
                    { Automatable: points.automatable },
                    { 'Technical Impact': points.impact },
                  ],
                },
              },
            },
          ],
        },
      ],
    },
  });
}
