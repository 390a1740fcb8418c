import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(
  join(__dirname, 'examples/one-advisory.json'),
  'utf8',
);

describe('npm-audit-v6-json', () => {
  it('makes one finding of an advisory, with its package paths', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('npm-audit-v6-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'npm audit' },
        evidence: 'scan',
        controlTypes: ['sca'],
        counts: { raw: 1 },
        findings: [
          {
            ruleId: '1179',
            title: 'Path Traversal in left',
            description: 'Left can be taken for right.',
            remediation: 'Update to 1.0.1.',
            severity: 'medium',
            toolSeverity: 'moderate',
            cwes: [22],
            advisoryIds: ['CVE-2026-1111'],
            component: {
              name: 'left',
              version: '1.0.0',
              purl: 'pkg:npm/left@1.0.0',
              fixedVersions: ['1.0.1', '2.0.3'],
            },
            locations: [
              { logicalName: 'middle>left' },
              { logicalName: 'other>left' },
            ],
            links: [
              'https://npmjs.com/advisories/1179',
              'https://left.example/fix',
            ],
          },
        ],
      },
    ]);
  });

  it('reads a report without advisories as a clean scan', () => {
    const report = { ...JSON.parse(example), actions: [], advisories: {} };
    expect(parseReport(JSON.stringify(report)).runs).toMatchObject([
      { evidence: 'scan', findings: [] },
    ]);
  });

  it('refuses the report of an audit that failed', () => {
    const report = {
      error: { code: 'ENOLOCK', summary: 'No lock.', detail: '' },
    };
    expect(() => parseReport(JSON.stringify(report))).toThrow(
      'The report says that the audit failed, so it proves nothing: ENOLOCK: No lock.',
    );
  });

  it('names the place of what is wrong', () => {
    const report = { ...JSON.parse(example), advisories: { 'a/b': [] } };
    expect(() => parseReport(JSON.stringify(report))).toThrow(
      expect.objectContaining({ details: { path: '/advisories/a~1b' } }),
    );
  });
});
