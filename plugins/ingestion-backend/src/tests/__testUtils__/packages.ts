/** An advisory about a package, as a scan of a repository reports it. */
export interface SampleAdvisory {
  id: string;
  name: string;
  version: string;
  fixed?: string;
  severity?: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW';
  title?: string;
}

/** A Trivy report of advisories about packages. */
export function packages(advisories: SampleAdvisory[]): string {
  return JSON.stringify({
    SchemaVersion: 2,
    ArtifactName: '.',
    ArtifactType: 'repository',
    Results: [
      {
        Target: 'package-lock.json',
        Class: 'lang-pkgs',
        Type: 'npm',
        Vulnerabilities: advisories.map(advisory => ({
          VulnerabilityID: advisory.id,
          PkgName: advisory.name,
          InstalledVersion: advisory.version,
          FixedVersion: advisory.fixed,
          Severity: advisory.severity ?? 'MEDIUM',
          Title: advisory.title ?? `About ${advisory.name}`,
        })),
      },
    ],
  });
}
