import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = JSON.parse(
  readFileSync(join(__dirname, 'examples/issues.json'), 'utf8'),
);
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('sonarqube-issues-api-json', () => {
  it('maps an issue to a finding', () => {
    const { format, runs } = parse(example);
    expect(format).toBe('sonarqube-issues-api-json');
    expect(runs[0]).toMatchObject({
      tool: { name: 'SonarQube' },
      evidence: 'scan',
      controlTypes: ['sast', 'sca'],
      counts: { raw: 4, leftOut: { 'resolution is FIXED': 1 } },
      findings: [
        {
          type: 'sast',
          ruleId: 'js:S3649',
          severity: 'critical',
          toolSeverity: 'BLOCKER',
          cwes: [89],
          locations: [
            {
              path: 'src/shop.js',
              startLine: 7,
              endLine: 8,
              startColumn: 3,
            },
          ],
          fingerprints: { 'sonarqube:key': 'k1' },
        },
        {
          severity: 'high',
          locations: [{ path: 'src/A.java' }],
          suppression: { status: 'accepted', kind: 'WONTFIX' },
        },
        {
          type: 'sca',
          score: 6.4,
          cwes: [22],
          advisoryIds: ['CVE-2026-1111'],
          component: { name: 'org.demo:files', version: '2.0.0' },
        },
      ],
    });
  });

  it('reads a clean answer, and resolves nothing by one page of several', () => {
    const clean = {
      total: 0,
      p: 1,
      ps: 100,
      paging: { pageIndex: 1, pageSize: 100, total: 0 },
      issues: [],
    };
    expect(parse(clean)).toMatchObject({
      format: 'sonarqube-issues-api-json',
      runs: [{ evidence: 'scan', controlTypes: ['sast'] }],
    });
    const paging = { pageIndex: 1, pageSize: 4, total: 9 };
    expect(parse({ ...example, paging }).runs[0].evidence).toBe('partial');
  });

  it('names the place of what is wrong', () => {
    const issues = [example.issues[0], []];
    expect(() => parse({ ...example, issues })).toThrow(
      expect.objectContaining({ details: { path: '/issues/1' } }),
    );
  });
});
