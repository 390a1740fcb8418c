import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = JSON.parse(
  readFileSync(join(__dirname, 'examples/issues.json'), 'utf8'),
);
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('gosec-json', () => {
  it('maps an issue to a finding', () => {
    const { format, runs } = parse(example);
    expect(format).toBe('gosec-json');
    expect(runs[0]).toMatchObject({
      tool: { name: 'gosec', version: '2.22.0' },
      evidence: 'scan',
      findings: [
        { ruleId: 'G101', severity: 'high', cwes: [798] },
        {
          ruleId: 'G201',
          severity: 'medium',
          locations: [
            {
              path: 'db.go',
              startLine: 20,
              endLine: 21,
              startColumn: 7,
              snippet: ' q := fmt.Sprintf(\n   "select %s", x)',
            },
          ],
          suppression: { status: 'accepted', justification: 'a constant' },
        },
      ],
    });
  });

  it('keeps no credential', () => {
    expect(JSON.stringify(parse(example).runs)).not.toContain('not-a-token');
  });

  it('joins what is said twice of a line', () => {
    const [first, second] = example.Issues;
    const twice = { ...second, column: '30' };
    const [run] = parse({ ...example, Issues: [first, second, twice] }).runs;
    expect(run.findings).toHaveLength(2);
    expect(run.counts.raw).toBe(3);
  });

  it.each([
    ['a clean scan', {}, 'scan'],
    ['no file', { Stats: { files: 0, found: 0 } }, 'none'],
    ['a failure', { 'Golang errors': { 'a.go': [{ line: 1 }] } }, 'partial'],
  ])('takes a report of %s for what it proves', (_name, part, evidence) => {
    const report = { ...example, Issues: null, ...part };
    expect(parse(report).runs[0]).toMatchObject({ evidence, findings: [] });
  });

  it('names the place of what is wrong', () => {
    expect(() => parse({ ...example, Issues: {} })).toThrow(
      expect.objectContaining({ details: { path: '/Issues' } }),
    );
  });
});
