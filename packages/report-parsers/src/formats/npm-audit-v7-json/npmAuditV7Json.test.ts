import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(
  join(__dirname, 'examples/two-packages.json'),
  'utf8',
);

describe('npm-audit-v7-json', () => {
  it('makes one finding of a package', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('npm-audit-v7-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'npm audit' },
        evidence: 'scan',
        findings: [
          {
            ruleId: '@scope/left',
            title: 'Path Traversal in @scope/left (and 1 more)',
            remediation: 'Run `npm audit fix`.',
            severity: 'high',
            score: 7.5,
            cwes: [22, 835],
            advisoryIds: ['GHSA-AAAA-BBBB-CCCC', 'GHSA-DDDD-EEEE-FFFF'],
            component: { name: '@scope/left', purl: 'pkg:npm/%40scope/left' },
            locations: [{ logicalName: 'node_modules/@scope/left' }],
          },
          {
            title: 'middle depends on vulnerable @scope/left',
            remediation: 'Update middle to 3.0.0, which is a breaking change.',
            advisoryIds: [],
            component: { fixedVersions: ['3.0.0'] },
          },
        ],
      },
    ]);
  });

  it('names the place of what is wrong', () => {
    const report = {
      auditReportVersion: 2,
      vulnerabilities: { '@scope/left': { via: 'middle' } },
    };
    expect(() => parseReport(JSON.stringify(report))).toThrow(
      expect.objectContaining({
        details: { path: '/vulnerabilities/@scope~1left/via' },
      }),
    );
  });
});
