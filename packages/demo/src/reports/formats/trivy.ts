import { DemoFinding } from '../types';
import { installedVersion } from '../weaknesses/advisories';
import { ECOSYSTEM_OF_STACK } from '../weaknesses/packages';
import { purlOf } from './purl';
import { DemoScan, updatesOf } from './scan';

function vulnerability(
  weakness: Extract<DemoFinding['weakness'], { kind: 'package' }>,
  scan: DemoScan,
): object {
  const { advisory } = weakness;
  const version = installedVersion(
    advisory,
    updatesOf(advisory.package, scan.index),
  );
  return {
    VulnerabilityID: advisory.id,
    PkgName: advisory.package,
    PkgIdentifier: {
      PURL: purlOf(advisory.ecosystem, advisory.package, version),
    },
    InstalledVersion: version,
    ...(advisory.fixedVersion ? { FixedVersion: advisory.fixedVersion } : {}),
    Status: advisory.fixedVersion ? 'fixed' : 'affected',
    SeveritySource: 'ghsa',
    PrimaryURL: `https://advisories.larkhill.example/${advisory.id}`,
    Title: `${advisory.package}: ${advisory.title}`,
    Description: `${advisory.title} in ${advisory.package} up to ${version}.`,
    Severity: advisory.severity.toUpperCase(),
    CweIDs: [`CWE-${advisory.cwe}`],
    CVSS: { ghsa: { V3Score: advisory.score } },
  };
}

function vulnerabilities(scan: DemoScan): object[] {
  return scan.findings.flatMap(({ weakness }) =>
    weakness.kind === 'package' ? [vulnerability(weakness, scan)] : [],
  );
}

function misconfigurations(scan: DemoScan): object[] {
  const byPath = new Map<string, object[]>();
  for (const { weakness } of scan.findings) {
    if (weakness.kind !== 'configuration') {
      continue;
    }
    const { check, path } = weakness;
    const failures = byPath.get(path) ?? [];
    failures.push({
      ID: check.id,
      AVDID: check.id,
      Type: path.endsWith('.tf') ? 'Terraform' : 'Kubernetes',
      Title: check.title,
      Description: check.title,
      Resolution: check.resolution,
      Severity: check.severity.toUpperCase(),
      PrimaryURL: `https://avd.aquasec.com/misconfig/${check.id.toLowerCase()}`,
      Status: 'FAIL',
      CauseMetadata: { StartLine: 12, EndLine: 18 },
    });
    byPath.set(path, failures);
  }
  if (byPath.size === 0) {
    byPath.set('deploy/base/deployment.yaml', []);
  }
  return [...byPath].map(([path, failures]) => ({
    Target: path,
    Class: 'config',
    Type: path.endsWith('.tf') ? 'terraform' : 'kubernetes',
    MisconfSummary: { Successes: 40, Failures: failures.length },
    Misconfigurations: failures,
  }));
}

function results(scan: DemoScan, image: string): object[] {
  switch (scan.scope.scanner) {
    case 'trivy-image':
      return [
        {
          Target: `${image} (debian 12.8)`,
          Class: 'os-pkgs',
          Type: 'debian',
          Vulnerabilities: vulnerabilities(scan),
        },
      ];
    case 'trivy-config':
      return misconfigurations(scan);
    default: {
      const { lockFile, trivyType } = ECOSYSTEM_OF_STACK[scan.component.stack];
      return [
        {
          Target: lockFile,
          Class: 'lang-pkgs',
          Type: trivyType,
          Vulnerabilities: vulnerabilities(scan),
        },
      ];
    }
  }
}

/** Trivy's JSON of a repository, an image or configuration. */
export function trivy(scan: DemoScan): string {
  const { component, scope } = scan;
  const image = `registry.larkhill.example/${component.platform}/${component.name}:1.${scan.index}.0`;
  const isImage = scope.scanner === 'trivy-image';
  return JSON.stringify({
    SchemaVersion: 2,
    CreatedAt: scan.at.toISOString(),
    ArtifactName: isImage ? image : component.name,
    ArtifactType: isImage ? 'container_image' : 'repository',
    Metadata: isImage ? { OS: { Family: 'debian', Name: '12.8' } } : {},
    Results: results(scan, image),
  });
}
