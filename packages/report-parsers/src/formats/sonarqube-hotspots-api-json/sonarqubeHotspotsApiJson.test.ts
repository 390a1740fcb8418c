import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = JSON.parse(
  readFileSync(join(__dirname, 'examples/hotspots.json'), 'utf8'),
);
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('sonarqube-hotspots-api-json', () => {
  it('maps a hotspot to a finding', () => {
    const { format, runs } = parse(example);
    expect(format).toBe('sonarqube-hotspots-api-json');
    expect(runs[0]).toMatchObject({
      evidence: 'scan',
      controlTypes: ['sast'],
      counts: { raw: 3, leftOut: { 'resolution is FIXED': 1 } },
      findings: [
        {
          ruleId: 'typescript:S6268',
          severity: 'high',
          locations: [{ path: 'src/shop.ts', startLine: 47, startColumn: 1 }],
        },
        { severity: 'low', suppression: { kind: 'SAFE' } },
      ],
    });
  });

  it('names the place of what is wrong', () => {
    expect(() => parse({ ...example, hotspots: [null] })).toThrow(
      expect.objectContaining({ details: { path: '/hotspots/0' } }),
    );
  });
});
