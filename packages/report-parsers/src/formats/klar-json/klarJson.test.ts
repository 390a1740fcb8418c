import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(
  join(__dirname, 'examples/severities.json'),
  'utf8',
);
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('klar-json', () => {
  it('makes one finding of a vulnerability of a package', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('klar-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Klar' },
        evidence: 'scan',
        controlTypes: ['container'],
        counts: { raw: 2 },
        findings: [
          {
            ruleId: 'RHSA-2026:0001',
            severity: 'critical',
            toolSeverity: 'Defcon1',
            advisoryIds: ['CVE-2026-1111'],
            component: { purl: 'pkg:rpm/centos/libleft@1.0-1' },
          },
          { severity: 'info', component: { fixedVersions: [] } },
        ],
      },
    ]);
  });

  it('reads a report without vulnerabilities as a clean scan', () => {
    expect(parse({ LayerCount: 3, Vulnerabilities: {} }).runs).toMatchObject([
      { evidence: 'scan', findings: [] },
    ]);
  });

  it('names the place of what is wrong', () => {
    const report = { LayerCount: 3, Vulnerabilities: { High: ['CVE'] } };
    expect(() => parse(report)).toThrow(
      expect.objectContaining({ details: { path: '/Vulnerabilities/High/0' } }),
    );
  });
});
