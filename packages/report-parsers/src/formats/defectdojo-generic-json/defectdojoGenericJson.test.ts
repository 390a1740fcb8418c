import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFormat, parseReport } from '../../parseReport';

const example = JSON.parse(
  readFileSync(join(__dirname, 'examples/findings.json'), 'utf8'),
);
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('defectdojo-generic-json', () => {
  it('maps an entry of findings to a finding', () => {
    const { format, runs } = parse(example);
    expect(format).toBe('defectdojo-generic-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Demo Scanner' },
        evidence: 'scan',
        controlTypes: ['sca', 'dast'],
        findings: [
          {
            type: 'sca',
            ruleId: 'D1',
            severity: 'medium',
            score: 7.5,
            cwes: [400],
            advisoryIds: ['CVE-2026-1111', 'GHSA-AAAA-BBBB-CCCC'],
            component: { name: 'left', version: '1.3.0' },
            locations: [{ path: 'package-lock.json', startLine: 22 }],
            links: ['https://advisories.example/1'],
          },
          {
            type: 'dast',
            locations: [
              { url: 'https://shop.example/' },
              { url: 'https://shop.example:8443/cart' },
            ],
            suppression: { status: 'accepted', kind: 'false positive' },
          },
        ],
      },
    ]);
  });

  it('names the field that is missing', () => {
    expect(() => parse({ findings: [{}] })).toThrow(
      expect.objectContaining({ details: { path: '/findings/0/title' } }),
    );
  });

  it('claims no control for an empty list, and no list of another kind', () => {
    const [run] = parse({ findings: [], type: 'Demo Scanner' }).runs;
    expect(run).toMatchObject({ evidence: 'scan', controlTypes: [] });
    expect(detectFormat('{"findings":[],"scanId":"1"}')).toBeUndefined();
  });
});
