import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/image.json'), 'utf8');
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('grype-json', () => {
  it('makes one finding of a vulnerability of a package, with all its places', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('grype-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Grype', version: '0.90.0' },
        evidence: 'scan',
        controlTypes: ['container'],
        category: 'registry.example:5000/team/shop',
        scannedAt: '2026-03-02T10:00:00.000Z',
        aggregatedBy: 'vulnerability, package name and package version',
        counts: {
          raw: 4,
          leftOut: {
            'ignored by Grype': 1,
            'repeats the vulnerability, package name and package version of another result': 1,
          },
        },
        findings: [
          {
            type: 'container',
            ruleId: 'GHSA-aaaa-bbbb-cccc',
            severity: 'high',
            toolSeverity: 'High',
            score: 7.5,
            cwes: [22],
            advisoryIds: ['GHSA-AAAA-BBBB-CCCC', 'CVE-2026-1111'],
            component: {
              name: 'left',
              version: '1.0.0',
              purl: 'pkg:npm/left@1.0.0',
              fixedVersions: ['1.0.1'],
            },
            locations: [
              { path: '/app/a/package.json' },
              { path: '/app/b/package.json' },
            ],
          },
          {
            severity: 'info',
            toolSeverity: 'Negligible',
            component: { fixedVersions: [] },
            locations: [{ logicalName: 'registry.example:5000/team/shop' }],
          },
        ],
      },
    ]);
  });

  it('reads a directory without findings as a clean scan of dependencies', () => {
    const { runs } = parse({
      matches: [],
      source: { type: 'directory', target: '/src/shop' },
      distro: {},
      descriptor: { name: 'grype', version: '0.90.0' },
    });
    expect(runs).toMatchObject([
      { evidence: 'scan', controlTypes: ['sca'], category: 'shop' },
    ]);
  });

  it('names the place of what is wrong', () => {
    const report = { ...JSON.parse(example), matches: [{ artifact: {} }] };
    expect(() => parse(report)).toThrow(
      expect.objectContaining({
        details: { path: '/matches/0/vulnerability' },
      }),
    );
  });
});
