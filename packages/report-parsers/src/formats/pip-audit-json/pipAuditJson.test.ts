import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/skipped.json'), 'utf8');
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('pip-audit-json', () => {
  const run = {
    tool: { name: 'pip-audit' },
    evidence: 'scan',
    controlTypes: ['sca'],
    counts: { raw: 2, leftOut: { 'dependency skipped by pip-audit': 1 } },
    findings: [
      {
        ruleId: 'PYSEC-2026-1',
        severity: 'medium',
        description: 'Left can be taken for right.',
        advisoryIds: ['PYSEC-2026-1', 'CVE-2026-1111', 'GHSA-AAAA-BBBB-CCCC'],
        component: {
          name: 'left',
          version: '1.0.0',
          purl: 'pkg:pypi/left@1.0.0',
          fixedVersions: ['1.0.1'],
        },
      },
    ],
  };

  it('reads the object and the list of old versions alike', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('pip-audit-json');
    expect(runs).toMatchObject([run]);
    expect(parse(JSON.parse(example).dependencies).runs).toEqual(runs);
  });

  it('takes nothing but skipped dependencies for no scan', () => {
    const dependencies = [{ name: 'shop', skip_reason: 'not found' }];
    expect(parse({ dependencies, fixes: [] }).runs).toMatchObject([
      { evidence: 'none', controlTypes: [] },
    ]);
  });

  it('names the place of what is wrong', () => {
    const dependencies = [{ name: 'left', vulns: ['PYSEC-2026-1'] }];
    expect(() => parse({ dependencies })).toThrow(
      expect.objectContaining({ details: { path: '/dependencies/0/vulns/0' } }),
    );
  });
});
