import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/frameworks.json'));
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('checkov-json', () => {
  const { format, runs } = parseReport(example);

  it('makes a run of each framework', () => {
    expect(format).toBe('checkov-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Checkov', version: '3.2.1' },
        category: 'terraform',
        controlTypes: ['iac'],
        evidence: 'partial',
        counts: { raw: 3, leftOut: { passed: 1, skipped: 1 } },
      },
      { category: 'secrets', controlTypes: ['secret'], evidence: 'scan' },
      { category: 'sca_package', controlTypes: ['sca'], evidence: 'scan' },
    ]);
  });

  it('maps a failed check of a resource', () => {
    expect(runs[0].findings).toMatchObject([
      {
        type: 'iac',
        ruleId: 'CKV_X_2',
        title: 'The bucket is not public',
        severity: 'high',
        toolSeverity: 'HIGH',
        details: 'Evaluated: acl',
        links: ['https://docs.example/ckv-x-2'],
        locations: [
          {
            path: 'infra/main.tf',
            startLine: 1,
            endLine: 9,
            logicalName: 'bucket.shop',
          },
        ],
      },
    ]);
    expect(runs[0].findings[0].locations[0].snippet).not.toContain('abc12345');
  });

  it('reads of a secret neither its code nor its hash', () => {
    const [finding] = runs[1].findings;
    expect(finding).toMatchObject({
      type: 'secret',
      ruleId: 'CKV_SECRET_6',
      severity: 'medium',
      cwes: [798],
      locations: [{ path: 'app.yml', startLine: 3 }],
    });
    expect(JSON.stringify(finding)).not.toMatch(/q83h|c00f1a6e/);
  });

  it('maps a vulnerable package', () => {
    expect(runs[2].findings).toMatchObject([
      {
        type: 'sca',
        ruleId: 'CVE-2020-12345',
        advisoryIds: ['CVE-2020-12345'],
        title: 'CVE-2020-12345 in parser',
        score: 9.8,
        severity: 'critical',
        component: {
          name: 'parser',
          version: '1.0.0',
          fixedVersions: ['1.0.1'],
        },
        locations: [{ path: 'package.json', startLine: undefined }],
      },
    ]);
  });

  it('takes a summary without frameworks for no scan', () => {
    const bare = { passed: 0, failed: 0, checkov_version: '3.2.1' };
    for (const body of [bare, [bare]]) {
      expect(parse(body)).toMatchObject({
        format: 'checkov-json',
        runs: [{ evidence: 'none', controlTypes: [] }],
      });
    }
  });

  it('names what is wrong in a report of a list', () => {
    const [good] = JSON.parse(example.toString());
    expect(() =>
      parse([good, { check_type: 'arm', results: { failed_checks: 'x' } }]),
    ).toThrow(
      expect.objectContaining({
        details: { path: '/1/results/failed_checks' },
      }),
    );
  });
});
