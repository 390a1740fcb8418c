import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/mixed.json'));
const parse = (report: unknown, format?: string) =>
  parseReport(JSON.stringify(report), { format }).runs[0];

describe('trivy-json', () => {
  const { format, runs } = parseReport(example);
  const [run] = runs;

  it('reads vulnerabilities, failed checks and secrets', () => {
    expect(format).toBe('trivy-json');
    expect(run).toMatchObject({
      tool: { name: 'Trivy', version: '0.69.0' },
      controlTypes: ['sca', 'iac', 'secret'],
      scannedAt: '2026-03-02T10:00:00.123Z',
      commit: '0a1b2c3d',
      branch: 'main',
      counts: { raw: 4, leftOut: { 'Status is PASS': 1 } },
      findings: [
        {
          type: 'sca',
          ruleId: 'CVE-2026-1111',
          title: 'left: a flaw',
          severity: 'high',
          toolSeverity: 'HIGH',
          score: 7.5,
          cwes: [22],
          advisoryIds: ['CVE-2026-1111', 'GHSA-AAAA-BBBB-CCCC'],
          component: {
            name: '@scope/left',
            version: '1.0.0',
            purl: 'pkg:npm/%40scope/left@1.0.0',
            fixedVersions: ['1.0.1', '2.0.0'],
          },
          locations: [{ path: 'package-lock.json' }],
        },
        {
          type: 'iac',
          ruleId: 'DS002',
          severity: 'medium',
          remediation: 'Add USER',
          locations: [{ path: 'Dockerfile', startLine: 1, endLine: 2 }],
        },
        {
          type: 'secret',
          ruleId: 'aws-access-key-id',
          severity: 'critical',
          locations: [{ path: 'deploy.env', startLine: 3 }],
        },
      ],
    });
  });

  it('never keeps the value of a secret', () => {
    expect(JSON.stringify(run)).not.toContain('AKIA');
  });

  it.each([
    ['packages', ['lang-pkgs'], ['sca', 'container', 'secret']],
    ['configuration', ['config'], ['iac']],
    ['secrets', ['secret'], ['secret']],
    [
      'packages and configuration',
      ['os-pkgs', 'config'],
      ['container', 'sca', 'secret', 'iac'],
    ],
    ['nothing', [], undefined],
  ])('speaks for what a report of %s looked for', (_, classes, types) => {
    const { speaksFor } = parse({
      SchemaVersion: 2,
      ArtifactName: 'shop',
      ArtifactType: 'repository',
      Results: classes.map(Class => ({ Target: 'x', Class })),
    });
    expect(speaksFor && [...speaksFor].sort()).toEqual(
      types && [...types].sort(),
    );
  });

  it('names an image without tag and digest', () => {
    const image = parse({
      SchemaVersion: 2,
      ArtifactName: 'registry.example:5000/shop:1.2@sha256:0123abcd',
      ArtifactType: 'container_image',
      Results: [
        {
          Target: 'registry.example:5000/shop:1.2 (debian 12.1)',
          Class: 'os-pkgs',
          Type: 'debian',
          Vulnerabilities: [
            {
              VulnerabilityID: 'CVE-2026-1',
              PkgName: 'apt',
              InstalledVersion: '2.0',
              Severity: 'UNKNOWN',
              Status: 'not_affected',
            },
          ],
        },
      ],
    });
    expect(image).toMatchObject({
      category: 'registry.example:5000/shop',
      controlTypes: ['container'],
      findings: [
        {
          type: 'container',
          severity: 'info',
          component: { purl: 'pkg:deb/debian/apt@2.0', fixedVersions: [] },
          locations: [{ logicalName: 'registry.example:5000/shop' }],
          suppression: { status: 'accepted' },
        },
      ],
    });
  });

  it('reads a cluster, and says which resource failed', () => {
    const cluster = parse({
      ClusterName: 'prod',
      Resources: [
        {
          Namespace: 'shop',
          Kind: 'Deployment',
          Name: 'web',
          Results: [
            {
              Target: 'Deployment/web',
              Class: 'config',
              Type: 'kubernetes',
              Misconfigurations: [
                { ID: 'KSV001', Title: 'x', Severity: 'LOW', Status: 'FAIL' },
              ],
            },
          ],
        },
        { Namespace: 'shop', Kind: 'Pod', Name: 'job', Error: 'timed out' },
      ],
    });
    expect(cluster).toMatchObject({
      category: 'prod',
      evidence: 'partial',
      evidenceReason: 'Trivy could not scan shop/Pod/job.',
      findings: [
        { locations: [{ logicalName: 'shop/Deployment/web' }], type: 'iac' },
      ],
    });
  });

  it('reads the list of old versions', () => {
    const legacy = parse([
      {
        Target: 'shop:1.2 (alpine 3.9)',
        Type: 'alpine',
        Vulnerabilities: [
          { VulnerabilityID: 'CVE-2019-1', PkgName: 'musl', Severity: 'LOW' },
        ],
      },
      { Target: 'package-lock.json', Type: 'npm', Vulnerabilities: null },
    ]);
    expect(legacy).toMatchObject({
      category: 'shop',
      controlTypes: ['container'],
      findings: [{ type: 'container', ruleId: 'CVE-2019-1' }],
    });
  });

  it('takes null and an empty list for clean only when it is named', () => {
    expect(parse(null, 'trivy-json')).toMatchObject({ evidence: 'scan' });
    expect(parse([], 'trivy-json').findings).toEqual([]);
    expect(() => parse(null)).toThrow('no content that tells its format');
    expect(() => parse({}, 'trivy-json')).toThrow('SchemaVersion is missing');
  });

  it('has the packages that it lists as an inventory', () => {
    const [listed] = parseReport(
      JSON.stringify({
        SchemaVersion: 2,
        ArtifactName: '.',
        Results: [
          {
            Target: 'debian',
            Class: 'os-pkgs',
            Type: 'debian',
            Packages: [{ Name: 'apt', Version: '2.2', Release: '4', Epoch: 1 }],
          },
          {
            Target: 'package-lock.json',
            Class: 'lang-pkgs',
            Type: 'npm',
            Packages: [
              {
                Name: '@a/b',
                Version: '1.0.0',
                Identifier: { PURL: 'pkg:npm/%40a/b@1.0.0' },
                Licenses: ['MIT'],
                Relationship: 'direct',
                Dev: true,
              },
            ],
          },
        ],
      }),
    ).runs;
    expect(listed.inventory?.components).toMatchObject([
      { type: 'deb', namespace: 'debian', name: 'apt', version: '1:2.2-4' },
      {
        type: 'npm',
        displayName: '@a/b',
        direct: true,
        scope: 'excluded',
        licences: ['MIT'],
      },
    ]);
  });
});
