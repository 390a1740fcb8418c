import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = JSON.parse(
  readFileSync(join(__dirname, 'examples/two-repositories.json'), 'utf8'),
);
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('semgrep-sca-deployments-json', () => {
  it('makes a run of each repository', () => {
    const { format, runs } = parse(example);
    expect(format).toBe('semgrep-sca-deployments-json');
    expect(runs).toMatchObject([
      {
        category: 'demo/a',
        evidence: 'scan',
        controlTypes: ['sca'],
        findings: [
          {
            ruleId: 'ssc-1',
            severity: 'high',
            cwes: [400],
            advisoryIds: ['CVE-2026-1111', 'GHSA-AAAA-BBBB-CCCC'],
            component: {
              purl: 'pkg:npm/left@1.3.0',
              fixedVersions: ['1.3.1'],
            },
            locations: [
              { path: 'package-lock.json', startLine: 22 },
              { path: 'src/a.js', startLine: 4, endLine: 5 },
            ],
          },
        ],
      },
      {
        category: 'demo/b',
        findings: [{ suppression: { kind: 'ACCEPTABLE_RISK' } }],
      },
    ]);
  });

  it('resolves nothing by one page of several', () => {
    const [run] = parse({ ...example, hasMore: true }).runs;
    expect(run.evidence).toBe('partial');
  });

  it('reads an answer without vulnerabilities', () => {
    const [run] = parse({ vulns: [], hasMore: false, cursor: '' }).runs;
    expect(run).toMatchObject({ evidence: 'scan', findings: [] });
  });

  it('names the place of what is wrong', () => {
    expect(() => parse({ ...example, vulns: [example.vulns[0], 1] })).toThrow(
      expect.objectContaining({ details: { path: '/vulns/1' } }),
    );
  });
});
