import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(
  join(__dirname, 'examples/two-records.jsonl'),
  'utf8',
);

describe('yarn-npm-audit-berry-ndjson', () => {
  it('makes one finding of a record', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('yarn-npm-audit-berry-ndjson');
    expect(runs).toMatchObject([
      {
        tool: { name: 'yarn npm audit' },
        evidence: 'scan',
        counts: { raw: 2 },
        findings: [
          {
            ruleId: 'GHSA-AAAA-BBBB-CCCC',
            severity: 'critical',
            advisoryIds: ['GHSA-AAAA-BBBB-CCCC'],
            component: { purl: 'pkg:npm/%40scope/left@1.0.0' },
            locations: [{ logicalName: 'middle@npm:2.0.0' }],
          },
          {
            ruleId: 'right (deprecation)',
            title: 'right is deprecated',
            description: 'Use left.',
            severity: 'medium',
          },
        ],
      },
    ]);
  });

  it('reads a report of one line', () => {
    const [line] = example.split('\n');
    expect(parseReport(line).runs[0].findings).toHaveLength(1);
  });
});
