import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = JSON.parse(
  readFileSync(join(__dirname, 'examples/two-issues.json'), 'utf8'),
);
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('bandit-json', () => {
  it('maps an entry of results to a finding', () => {
    const { format, runs } = parse(example);
    expect(format).toBe('bandit-json');
    expect(runs[0]).toMatchObject({
      tool: { name: 'Bandit' },
      evidence: 'scan',
      controlTypes: ['sast'],
      scannedAt: '2026-03-02T10:00:00.000Z',
    });
    expect(runs[0].findings[0]).toMatchObject({
      ruleId: 'B608',
      ruleName: 'hardcoded_sql_expressions',
      severity: 'medium',
      cwes: [89],
      locations: [
        {
          path: 'shop/db.py',
          startLine: 12,
          startColumn: 5,
          snippet: "cur.execute('select %s' % x)",
        },
      ],
    });
  });

  it('keeps no password', () => {
    expect(JSON.stringify(parse(example).runs)).not.toContain('demo-not-real');
  });

  it('resolves nothing when a file could not be read, or none was there', () => {
    const errors = [{ filename: 'shop/new.py', reason: 'syntax error' }];
    expect(parse({ ...example, errors }).runs[0].evidence).toBe('partial');
    const nothing = { ...example, metrics: { _totals: {} }, results: [] };
    expect(parse(nothing).runs[0]).toMatchObject({
      evidence: 'none',
      controlTypes: [],
    });
  });

  it('names the place of what is wrong', () => {
    expect(() => parse({ ...example, results: [7] })).toThrow(
      expect.objectContaining({ details: { path: '/results/0' } }),
    );
  });
});
