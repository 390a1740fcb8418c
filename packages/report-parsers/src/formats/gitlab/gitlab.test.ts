import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFormat, parseReport } from '../../parseReport';

const example = (path: string) =>
  JSON.parse(readFileSync(join(__dirname, '..', path), 'utf8'));
const read = (report: unknown) => parseReport(JSON.stringify(report));
const sast = example('gitlab-sast-json/examples/semgrep.json');
const [weakness] = sast.vulnerabilities;

describe('GitLab reports', () => {
  it('reads SAST', () => {
    const { format, runs } = read(sast);
    expect(format).toBe('gitlab-sast-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Semgrep', version: '1.99.0' },
        evidence: 'scan',
        controlTypes: ['sast'],
        scannedAt: '2026-03-02T10:00:00.000Z',
        findings: [
          {
            type: 'sast',
            ruleId: 'demo.sql',
            title: 'Query built from input',
            severity: 'high',
            cwes: [89],
            locations: [
              {
                path: 'src/shop.js',
                startLine: 7,
                endLine: 8,
                logicalName: 'find',
              },
            ],
            fingerprints: { 'gitlab:id': '0f0f0f' },
            partialFingerprints: {
              'gitlab:scope_offset': 'src/shop.js|find[0]:2',
            },
            suppression: {
              status: 'underReview',
              justification: 'Only numbers get here.',
            },
          },
        ],
      },
    ]);
  });

  it('keeps no code that may be a password', () => {
    const report = {
      ...sast,
      vulnerabilities: [
        {
          ...weakness,
          raw_source_code_extract: 'password = "demo-not-real"',
          identifiers: [{ type: 'cwe', name: 'CWE-798', value: '798' }],
        },
      ],
    };
    expect(JSON.stringify(read(report).runs)).not.toContain('demo-not-real');
  });

  it('reads dependency scanning', () => {
    const { format, runs } = read(
      example('gitlab-dependency-scanning-json/examples/gemnasium.json'),
    );
    expect(format).toBe('gitlab-dependency-scanning-json');
    expect(runs[0].findings).toMatchObject([
      {
        type: 'sca',
        ruleId: 'CVE-2026-1111',
        severity: 'critical',
        score: 9.8,
        advisoryIds: ['CVE-2026-1111', 'GHSA-AAAA-BBBB-CCCC'],
        component: {
          name: 'org.demo/files',
          version: '2.0.0',
          purl: 'pkg:maven/org.demo/files@2.0.0',
          fixedVersions: ['2.1.1', '3.0.2'],
        },
        locations: [{ path: 'pom.xml' }],
      },
    ]);
  });

  it('reads container scanning', () => {
    const { format, runs } = read(
      example('gitlab-container-scanning-json/examples/trivy.json'),
    );
    expect(format).toBe('gitlab-container-scanning-json');
    expect(runs[0].findings).toMatchObject([
      {
        type: 'container',
        title: 'CVE-2026-2222 in zlib1g-1.2.11',
        component: {
          purl: 'pkg:deb/debian/zlib1g@1.2.11',
          fixedVersions: ['1.2.12'],
        },
        locations: [{ logicalName: 'registry.example:5000/shop/web' }],
      },
    ]);
  });

  it('keeps packages apart that have one CVE as their id', () => {
    const report = example(
      'gitlab-container-scanning-json/examples/trivy.json',
    );
    const [first] = report.vulnerabilities;
    const of = (name: string, version: string) => ({
      ...first,
      id: 'CVE-2026-2222',
      location: {
        ...first.location,
        dependency: { package: { name }, version },
      },
    });
    const { findings, counts } = read({
      ...report,
      vulnerabilities: [
        of('zlib1g', '1.2.11'),
        of('zlib1g-dev', '1.2.11'),
        of('zlib1g', '1.2.10'),
        of('zlib1g', '1.2.11'),
      ],
    }).runs[0];
    expect(findings.map(({ component }) => component?.purl)).toEqual([
      'pkg:deb/debian/zlib1g@1.2.11',
      'pkg:deb/debian/zlib1g-dev@1.2.11',
      'pkg:deb/debian/zlib1g@1.2.10',
    ]);
    expect(counts.raw).toBe(4);
  });

  it('reads secret detection without the secret', () => {
    const { format, runs } = read(
      example('gitlab-secret-detection-json/examples/gitleaks.json'),
    );
    expect(format).toBe('gitlab-secret-detection-json');
    expect(runs[0].findings).toMatchObject([
      {
        type: 'secret',
        ruleId: 'demo',
        severity: 'critical',
        locations: [{ path: 'deploy.env', startLine: 3 }],
      },
    ]);
    expect(JSON.stringify(runs)).not.toContain('not-a-token');
  });

  it('reads DAST, and takes no random id for an identity', () => {
    const { format, runs } = read(
      example('gitlab-dast-json/examples/browserker.json'),
    );
    expect(format).toBe('gitlab-dast-json');
    expect(runs[0].findings).toMatchObject([
      {
        type: 'dast',
        cwes: [693],
        locations: [
          {
            url: 'https://shop.example/cart',
            method: 'GET',
            parameter: 'id',
          },
        ],
        fingerprints: {},
      },
    ]);
  });

  it('joins vulnerabilities that GitLab takes for one', () => {
    const { id: _id, ...old } = weakness;
    const moved = { ...old, location: { ...old.location, start_line: 20 } };
    const [run] = read({ version: '2.3', vulnerabilities: [old, moved] }).runs;
    expect(run.findings).toHaveLength(1);
    expect(run.findings[0].locations.map(place => place.startLine)).toEqual([
      7, 20,
    ]);
    expect(run.aggregatedBy).toBeDefined();
  });

  it('tells secrets and infrastructure that SAST reports carry', () => {
    const secret = {
      ...weakness,
      scanner: { id: 'gitleaks', name: 'Gitleaks' },
    };
    const [run] = read({ version: '2.3', vulnerabilities: [secret] }).runs;
    expect(run.findings[0].type).toBe('secret');
    expect(run.findings[0].locations[0].snippet).toBeUndefined();
    const kics = { id: 'kics', name: 'kics' };
    const clean = {
      ...sast,
      scan: { ...sast.scan, scanner: kics },
      vulnerabilities: [],
    };
    expect(read(clean).runs[0].controlTypes).toEqual(['iac']);
  });

  it.each([
    ['failure', [], 'none', []],
    ['failure', [weakness], 'partial', ['sast']],
    ['success', [], 'scan', ['sast']],
  ])(
    'takes a %s with %j for evidence %s',
    (status, vulnerabilities, evidence, controlTypes) => {
      const scan = { ...sast.scan, status };
      const [run] = read({ ...sast, scan, vulnerabilities }).runs;
      expect(run).toMatchObject({ evidence, controlTypes });
    },
  );

  it('claims no control for a clean report that does not say what it is', () => {
    const { format, runs } = read({
      version: '2.3',
      vulnerabilities: [],
      remediations: [],
    });
    expect(format).toBe('gitlab-sast-json');
    expect(runs[0].controlTypes).toEqual([]);
  });

  it('reads a DAST report that is a ZAP report as well', () => {
    const report = {
      '@version': 'D-2020',
      site: [],
      ...example('gitlab-dast-json/examples/browserker.json'),
    };
    expect(detectFormat(JSON.stringify(report))).toBe('gitlab-dast-json');
  });

  it('names the place of what is wrong', () => {
    expect(() => read({ ...sast, vulnerabilities: [weakness, 'x'] })).toThrow(
      expect.objectContaining({ details: { path: '/vulnerabilities/1' } }),
    );
    expect(() => read({ ...sast, vulnerabilities: null })).toThrow(
      expect.objectContaining({ details: { path: '/vulnerabilities' } }),
    );
  });
});
