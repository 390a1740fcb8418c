import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/image.json'), 'utf8');
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('clair-scanner-json', () => {
  it('makes one finding of a vulnerability of a package', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('clair-scanner-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'clair-scanner' },
        evidence: 'scan',
        controlTypes: ['container'],
        category: 'registry.example/team/shop',
        aggregatedBy: 'vulnerability and package name',
        counts: {
          raw: 3,
          leftOut: {
            'repeats the vulnerability and package name of another result': 1,
          },
        },
        findings: [
          {
            type: 'container',
            ruleId: 'CVE-2026-1111',
            severity: 'high',
            advisoryIds: ['CVE-2026-1111'],
            component: {
              name: 'libleft',
              version: '1.0-1',
              purl: 'pkg:deb/debian/libleft@1.0-1',
              fixedVersions: ['1.0-2'],
            },
          },
          { severity: 'info', component: { fixedVersions: [] } },
        ],
      },
    ]);
  });

  it('reads a report without vulnerabilities as a clean scan', () => {
    const report = { image: 'shop', unapproved: null, vulnerabilities: null };
    expect(parse(report).runs).toMatchObject([
      { evidence: 'scan', category: 'shop', findings: [] },
    ]);
  });

  it('names the place of what is wrong', () => {
    const report = { image: 'shop', unapproved: [], vulnerabilities: [1] };
    expect(() => parse(report)).toThrow(
      expect.objectContaining({ details: { path: '/vulnerabilities/0' } }),
    );
  });
});
