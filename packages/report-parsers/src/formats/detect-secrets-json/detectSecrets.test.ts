import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/audited.json'));

describe('detect-secrets-json', () => {
  const { format, runs } = parseReport(example);

  it('reads secrets and what an audit said of them', () => {
    expect(format).toBe('detect-secrets-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'detect-secrets', version: '1.5.0' },
        scannedAt: '2026-03-01T10:00:00.000Z',
        counts: { raw: 2 },
        aggregatedBy: undefined,
        findings: [
          {
            ruleId: 'Secret Keyword',
            severity: 'high',
            cwes: [798],
            locations: [{ path: 'app/settings.py', startLine: 12 }],
          },
          { suppression: { status: 'accepted', kind: 'false positive' } },
        ],
      },
    ]);
  });

  it('keeps no hash that a password could be found from', () => {
    expect(JSON.stringify(runs)).not.toMatch(/[0-9a-f]{40}/);
  });

  it('takes a slim baseline without secrets for a clean scan', () => {
    const clean = { version: '1.5.0', plugins_used: [], results: {} };
    expect(parseReport(JSON.stringify(clean)).runs).toMatchObject([
      { evidence: 'scan', controlTypes: ['secret'], findings: [] },
    ]);
  });

  it('names the file whose secrets are no list', () => {
    const body = { plugins_used: [], results: { 'a/b~c': {} } };
    expect(() => parseReport(JSON.stringify(body))).toThrow(
      expect.objectContaining({ details: { path: '/results/a~1b~0c' } }),
    );
  });
});
