import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/lockfile.json'), 'utf8');
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('osv-scanner-json', () => {
  it('makes one finding of what the scanner groups', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('osv-scanner-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'OSV-Scanner' },
        evidence: 'scan',
        controlTypes: ['sca'],
        aggregatedBy: 'package and alias group',
        counts: { raw: 3, leftOut: { 'merged with an alias': 1 } },
        findings: [
          {
            type: 'sca',
            ruleId: 'GHSA-aaaa-bbbb-cccc',
            title: 'Path traversal in left',
            severity: 'medium',
            toolSeverity: 'MODERATE',
            score: 7.5,
            cwes: [22],
            advisoryIds: ['GHSA-AAAA-BBBB-CCCC', 'CVE-2026-1111'],
            component: {
              purl: 'pkg:npm/left@1.0.0',
              fixedVersions: ['1.0.1'],
            },
            locations: [{ path: 'web/package-lock.json' }],
          },
          { ruleId: 'OSV-2026-7', severity: 'critical', score: 9.8 },
        ],
      },
    ]);
  });

  it('reads a report without results as a clean scan', () => {
    const report = { results: [], experimental_config: {} };
    expect(parse(report).runs).toMatchObject([
      { evidence: 'scan', controlTypes: ['sca'], findings: [] },
    ]);
  });

  it('tells packages of an image', () => {
    const report = { ...JSON.parse(example), image_metadata: { os: 'Alpine' } };
    report.results[0].source = { path: 'lib/apk/db/installed', type: 'os' };
    report.results[0].packages[0].package.ecosystem = 'Alpine:v3.20';
    expect(parse(report).runs).toMatchObject([
      {
        controlTypes: ['container'],
        findings: [
          {
            type: 'container',
            component: { purl: 'pkg:apk/alpine/left@1.0.0' },
          },
          {},
        ],
      },
    ]);
  });

  it('names the place of what is wrong', () => {
    const report = JSON.parse(example);
    report.results[0].packages[0].vulnerabilities = 'none';
    expect(() => parse(report)).toThrow(
      expect.objectContaining({
        details: { path: '/results/0/packages/0/vulnerabilities' },
      }),
    );
  });
});
