import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(
  join(__dirname, 'examples/two-paths.jsonl'),
  'utf8',
);

describe('yarn-audit-v1-ndjson', () => {
  it('makes one finding of the lines of an advisory', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('yarn-audit-v1-ndjson');
    expect(runs).toMatchObject([
      {
        tool: { name: 'yarn audit' },
        evidence: 'scan',
        controlTypes: ['sca'],
        aggregatedBy: 'advisory and package name',
        counts: {
          raw: 2,
          leftOut: {
            'repeats the advisory and package name of another result': 1,
          },
        },
        findings: [
          {
            ruleId: '1179',
            locations: [
              { logicalName: 'middle>left' },
              { logicalName: 'other>left' },
            ],
          },
        ],
      },
    ]);
  });

  it('reads the line of a clean audit', () => {
    const [line] = example.trim().split('\n').slice(-1);
    expect(parseReport(line).runs).toMatchObject([
      { evidence: 'scan', findings: [] },
    ]);
  });

  it('takes a report that was cut off for a part', () => {
    const lines = example.trim().split('\n').slice(0, -1);
    expect(parseReport(lines.join('\n')).runs).toMatchObject([
      { evidence: 'partial', findings: [{}] },
    ]);
  });

  it('proves nothing without a lock file, and refuses an error', () => {
    const [summary] = example.trim().split('\n').slice(-1);
    const info = '{"type":"info","data":"No lockfile found."}';
    expect(parseReport(`${info}\n${summary}`).runs).toMatchObject([
      { evidence: 'none', controlTypes: [] },
    ]);
    expect(() => parseReport('{"type":"error","data":"Bad answer"}')).toThrow(
      'it proves nothing: Bad answer',
    );
  });
});
