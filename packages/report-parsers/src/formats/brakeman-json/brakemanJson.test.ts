import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = JSON.parse(
  readFileSync(join(__dirname, 'examples/warnings.json'), 'utf8'),
);
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('brakeman-json', () => {
  it('maps a warning to a finding and leaves out what is ignored', () => {
    const { format, runs } = parse(example);
    expect(format).toBe('brakeman-json');
    expect(runs[0]).toMatchObject({
      tool: { name: 'Brakeman', version: '7.0.0' },
      evidence: 'scan',
      controlTypes: ['sast'],
      scannedAt: '2026-03-02T08:00:00.000Z',
      counts: { raw: 2, leftOut: { 'ignored by brakeman.ignore': 1 } },
      findings: [
        {
          ruleId: 'BRAKE0000',
          ruleName: 'SQL Injection',
          severity: 'medium',
          cwes: [89],
          locations: [
            {
              path: 'app/models/user.rb',
              startLine: 7,
              logicalName: 'User#find',
            },
          ],
          fingerprints: { brakeman: '0f0f' },
        },
      ],
    });
  });

  it('resolves nothing when Brakeman failed on the way', () => {
    const errors = [{ error: 'parse error', location: 'a.rb' }];
    expect(parse({ ...example, errors }).runs[0].evidence).toBe('partial');
  });

  it('names the place of what is wrong', () => {
    expect(() => parse({ ...example, warnings: ['x'] })).toThrow(
      expect.objectContaining({ details: { path: '/warnings/0' } }),
    );
  });
});
