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

  it('reads what yarn says of a clean audit, also with the answer before it', () => {
    const clean =
      '{"type":"info","name":1,"displayName":"YN0001","indent":"","data":"No audit suggestions"}';
    const answer =
      '{"actions":[],"advisories":{},"muted":[],"metadata":{"vulnerabilities":{}}}';
    for (const report of [clean, `${answer}\n${clean}`]) {
      const { format, runs } = parseReport(report);
      expect(format).toBe('yarn-npm-audit-berry-ndjson');
      expect(runs).toMatchObject([{ evidence: 'scan', findings: [] }]);
    }
  });

  it('refuses the report of an audit that failed', () => {
    const error =
      '{"type":"error","name":35,"displayName":"YN0035","indent":"","data":"Not found"}';
    expect(() => parseReport(error)).toThrow('it proves nothing: Not found');
    expect(parseReport(`${example}${error}`).runs[0].evidence).toBe('partial');
  });
});
