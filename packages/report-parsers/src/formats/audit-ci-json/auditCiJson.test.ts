import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(
  join(__dirname, 'examples/one-advisory.json'),
  'utf8',
);

describe('audit-ci-json', () => {
  it('is of the same tool when it is clean, so that this resolves', () => {
    const report = { ...JSON.parse(example), advisories: {} };
    const [run] = parseReport(JSON.stringify(report)).runs;
    expect(run.tool).toEqual(parseReport(example).runs[0].tool);
  });

  it('makes one finding of an advisory, named by what stays', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('audit-ci-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'npm audit' },
        evidence: 'scan',
        findings: [
          {
            ruleId: 'GHSA-AAAA-BBBB-CCCC',
            severity: 'medium',
            score: undefined,
            cwes: [22, 73],
            advisoryIds: ['GHSA-AAAA-BBBB-CCCC', 'CVE-2026-1111'],
            component: { fixedVersions: [] },
            locations: [{ logicalName: 'middle>left' }],
          },
        ],
      },
    ]);
  });
});
