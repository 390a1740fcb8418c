import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/vulnerable.json'));

function parseBom(fields: object) {
  const bom = { bomFormat: 'CycloneDX', specVersion: '1.5', ...fields };
  return parseReport(JSON.stringify(bom)).runs[0];
}

describe('cyclonedx-json', () => {
  const { format, runs } = parseReport(example);

  it('makes one finding per affected component', () => {
    expect(format).toBe('cyclonedx-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'grype', version: '0.90.0' },
        evidence: 'scan',
        controlTypes: ['sca', 'container'],
        category: 'registry.example:5000/shop',
        scannedAt: '2026-03-02T10:00:00.000Z',
        findings: [
          {
            type: 'sca',
            ruleId: 'CVE-2026-1111',
            severity: 'high',
            score: 7.5,
            cwes: [22],
            advisoryIds: ['CVE-2026-1111', 'GHSA-AAAA-BBBB-CCCC'],
            component: {
              name: 'org.example:inner',
              version: '2.0.0',
              purl: 'pkg:maven/org.example/inner@2.0.0',
            },
            remediation: 'Upgrade.',
          },
          { component: { name: '@scope/gone', version: '3.0.0' } },
          {
            ruleId: 'CVE-2026-2222',
            severity: 'critical',
            score: 10,
            suppression: {
              status: 'accepted',
              justification: 'not_affected: code_not_reachable',
            },
          },
        ],
      },
    ]);
  });

  it.each([
    ['no list of vulnerabilities', {}, 'inventory'],
    ['an empty list', { vulnerabilities: [] }, 'scan'],
    [
      'an empty list of a tool that always writes one',
      {
        vulnerabilities: [],
        metadata: { tools: [{ name: 'trivy' }] },
      },
      'inventory',
    ],
  ])('takes %s for what it proves', (_name, fields, evidence) => {
    const run = parseBom(fields);
    expect(run.evidence).toBe(evidence);
    expect(run.controlTypes).toEqual(evidence === 'scan' ? ['sca'] : []);
  });

  it('names the place of what is wrong', () => {
    expect(() => parseBom({ vulnerabilities: [{ affects: {} }] })).toThrow(
      expect.objectContaining({
        details: { path: '/vulnerabilities/0/affects' },
      }),
    );
  });
});
