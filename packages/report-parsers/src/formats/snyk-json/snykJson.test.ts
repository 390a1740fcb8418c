import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const read = (name: string) =>
  readFileSync(join(__dirname, 'examples', name), 'utf8');

describe('snyk-json', () => {
  it('makes a run of each project, and proves nothing by one that failed', () => {
    const { format, runs } = parseReport(read('projects.json'));
    expect(format).toBe('snyk-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Snyk' },
        evidence: 'scan',
        controlTypes: ['sca'],
        category: 'shop web/package-lock.json',
        counts: { raw: 3, leftOut: { 'ignored by the Snyk policy': 1 } },
        findings: [
          {
            type: 'sca',
            ruleId: 'SNYK-JS-LEFT-1',
            title: 'Path Traversal in left',
            severity: 'critical',
            toolSeverity: 'high',
            score: 9.1,
            cwes: [22],
            advisoryIds: [
              'CVE-2026-1111',
              'GHSA-AAAA-BBBB-CCCC',
              'SNYK-JS-LEFT-1',
            ],
            component: {
              purl: 'pkg:npm/left@1.0.0',
              fixedVersions: ['1.0.1'],
            },
            locations: [
              {
                path: 'web/package-lock.json',
                logicalName: 'shop > @scope/middle > left',
              },
            ],
            details: expect.stringContaining('Update to @scope/middle@2.0.1.'),
          },
          { ruleId: 'snyk:lic:npm:right:GPL-3.0', severity: 'medium' },
        ],
      },
      { evidence: 'none', controlTypes: [], findings: [] },
    ]);
  });

  it('reads the system of an image and the applications in it', () => {
    expect(parseReport(read('image.json')).runs).toMatchObject([
      {
        category: 'registry.example/team/shop',
        controlTypes: ['container'],
        findings: [
          {
            type: 'container',
            severity: 'low',
            component: {
              purl: 'pkg:deb/debian/libc6@2.36-9',
              fixedVersions: [],
            },
          },
        ],
      },
      {
        category: 'registry.example/team/shop shop /app/package.json',
        controlTypes: ['container'],
        findings: [
          {
            type: 'container',
            severity: 'high',
            locations: [{ path: '/app/package.json' }],
          },
        ],
      },
    ]);
  });

  it('names the place of what is wrong', () => {
    const [project] = JSON.parse(read('projects.json'));
    const report = [{ ...project, vulnerabilities: ['left'] }];
    expect(() => parseReport(JSON.stringify(report))).toThrow(
      expect.objectContaining({ details: { path: '/0/vulnerabilities/0' } }),
    );
  });
});
