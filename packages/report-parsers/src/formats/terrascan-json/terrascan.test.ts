import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/violations.json'));
const parse = (results: unknown) =>
  parseReport(JSON.stringify({ results })).runs[0];

describe('terrascan-json', () => {
  it('maps violations and names what is left out', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('terrascan-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Terrascan' },
        evidence: 'scan',
        controlTypes: ['iac'],
        category: 'infra',
        scannedAt: '2026-03-01T10:00:00.123Z',
        counts: {
          raw: 3,
          leftOut: { passed: 1, 'skipped in the code': 1 },
        },
        findings: [
          {
            type: 'iac',
            ruleId: 'AC_X_0001',
            ruleName: 'bucketPublic',
            title: 'Ensure that the bucket is not public.',
            severity: 'high',
            locations: [
              { path: 'main.tf', startLine: 4, logicalName: 'bucket.shop' },
            ],
          },
        ],
      },
    ]);
  });

  it('tells a clean scan from one that failed', () => {
    const clean = {
      violations: null,
      skipped_violations: null,
      scan_summary: { policies_validated: 5 },
    };
    expect(parse(clean).evidence).toBe('scan');
    expect(
      parse({
        ...clean,
        scan_errors: [{ errMsg: 'main.tf: invalid expression' }],
      }).evidence,
    ).toBe('partial');
    expect(
      parse({ ...clean, scan_summary: { policies_validated: 0 } }),
    ).toMatchObject({ evidence: 'none', controlTypes: [] });
  });

  it('names the violation that is none', () => {
    expect(() => parse({ violations: [0], scan_summary: {} })).toThrow(
      expect.objectContaining({ details: { path: '/results/violations/0' } }),
    );
  });
});
