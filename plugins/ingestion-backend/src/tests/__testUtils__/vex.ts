/** A vulnerability of a component as the made-up Trivy of tests reports it. */
export interface SampleFlaw {
  id: string;
  name?: string;
  version?: string;
  severity?: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW';
}

/** A Trivy report of a lock file. */
export function trivyOf(flaws: SampleFlaw[], createdAt?: string): string {
  return JSON.stringify({
    SchemaVersion: 2,
    ...(createdAt && { CreatedAt: createdAt }),
    ArtifactName: '.',
    ArtifactType: 'repository',
    Results: [
      {
        Target: 'package-lock.json',
        Class: 'lang-pkgs',
        Type: 'npm',
        Vulnerabilities: flaws.map(
          ({ id, name = 'left', version = '1.0.0', severity = 'MEDIUM' }) => ({
            VulnerabilityID: id,
            PkgName: name,
            InstalledVersion: version,
            Severity: severity,
          }),
        ),
      },
    ],
  });
}

export interface SampleStatement {
  id: string;
  product?: string;
  status: string;
  justification?: string;
  impact?: string;
  at?: string;
}

/** An OpenVEX document. */
export function openvexOf(
  statements: SampleStatement[],
  options: {
    id?: string;
    author?: string;
    at?: string;
    version?: number;
  } = {},
): string {
  return JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': options.id ?? 'https://vex.example/1',
    author: options.author ?? 'Example Security',
    timestamp: options.at ?? '2026-11-03T10:00:00Z',
    version: options.version ?? 1,
    statements: statements.map(statement => ({
      vulnerability: { name: statement.id },
      products: [{ '@id': statement.product ?? 'pkg:npm/left' }],
      status: statement.status,
      ...(statement.status === 'not_affected' &&
        !statement.impact && {
          justification:
            statement.justification ?? 'vulnerable_code_not_in_execute_path',
        }),
      ...(statement.impact && { impact_statement: statement.impact }),
      ...(statement.at && { timestamp: statement.at }),
    })),
  });
}
