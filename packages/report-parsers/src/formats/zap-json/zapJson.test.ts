import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/one-site.json'), 'utf8');

describe('zap-json', () => {
  it('maps a site to a run and an alert to a finding', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('zap-json');
    expect(runs).toMatchObject([
      {
        category: 'https://shop.example',
        scannedAt: '2026-03-02T10:00:00.000Z',
        findings: [
          {
            ruleId: '10038',
            severity: 'medium',
            description: 'No policy.',
            cwes: [693],
            locations: [{ url: 'https://shop.example/', method: 'GET' }],
          },
        ],
      },
    ]);
  });

  it('reads a site that is an object instead of a list', () => {
    const report = JSON.parse(example);
    const single = { ...report, site: report.site[0] };
    expect(parseReport(JSON.stringify(single)).runs[0].findings).toHaveLength(
      1,
    );
  });

  it('names the place of what is wrong', () => {
    const report = { '@version': '1', site: [{ alerts: 'none' }] };
    expect(() => parseReport(JSON.stringify(report))).toThrow(
      expect.objectContaining({ details: { path: '/site/0/alerts' } }),
    );
  });
});
