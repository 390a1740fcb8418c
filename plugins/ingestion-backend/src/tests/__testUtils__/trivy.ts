const RESULTS = {
  'lang-pkgs': {
    Target: 'package-lock.json',
    Class: 'lang-pkgs',
    Type: 'npm',
    Vulnerabilities: [
      {
        VulnerabilityID: 'CVE-2026-1111',
        PkgName: 'left',
        InstalledVersion: '1.0.0',
        Severity: 'HIGH',
      },
    ],
  },
  config: {
    Target: 'Dockerfile',
    Class: 'config',
    Type: 'dockerfile',
    Misconfigurations: [
      { ID: 'DS002', Title: 'root user', Severity: 'HIGH', Status: 'FAIL' },
    ],
  },
};

/** A Trivy report of a repository, with one finding per class unless it is fixed. */
export function trivy(
  classes: (keyof typeof RESULTS)[],
  options: { fixed?: boolean } = {},
): string {
  return JSON.stringify({
    SchemaVersion: 2,
    ArtifactName: '.',
    ArtifactType: 'repository',
    Results: classes.map(name => {
      const { Target, Class, Type } = RESULTS[name];
      return options.fixed ? { Target, Class, Type } : RESULTS[name];
    }),
  });
}
