import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = JSON.parse(
  readFileSync(join(__dirname, 'examples/three-products.json'), 'utf8'),
);
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('semgrep-json', () => {
  it('reads code, secrets and dependencies', () => {
    const { format, runs } = parse(example);
    expect(format).toBe('semgrep-json');
    expect(runs[0]).toMatchObject({
      tool: { name: 'Semgrep', version: '1.120.0' },
      evidence: 'scan',
      controlTypes: ['sast', 'secret', 'sca'],
      aggregatedBy: 'rule, path and line',
      counts: { raw: 4 },
      findings: [
        {
          type: 'sast',
          ruleId: 'demo.sql.query-from-input',
          severity: 'high',
          toolSeverity: 'ERROR',
          cwes: [89],
          locations: [{ startLine: 7, startColumn: 3 }, { startColumn: 30 }],
          links: ['https://sg.example/r', 'https://rules.example/sql'],
          fingerprints: { 'matchBasedId/v1': '0a0a_0' },
        },
        {
          type: 'secret',
          severity: 'critical',
          suppression: { status: 'accepted', kind: 'inSource' },
        },
        {
          type: 'sca',
          severity: 'medium',
          advisoryIds: ['CVE-2026-1111'],
          component: {
            purl: 'pkg:npm/left-pad@1.3.0',
            fixedVersions: ['1.3.1'],
          },
        },
      ],
    });
  });

  it('keeps neither secrets nor what stands in place of withheld text', () => {
    const text = JSON.stringify(parse(example).runs);
    expect(text).not.toContain('demo-not-a-token');
    expect(text).not.toContain('requires login');
  });

  it.each([
    ['nothing found', {}, 'scan'],
    ['a warning', { errors: [{ level: 'warn', type: 'Syntax' }] }, 'scan'],
    [
      'an error on the way',
      { errors: [{ level: 'error' }], paths: { scanned: ['a.js'] } },
      'partial',
    ],
    [
      'a configuration that is wrong',
      { errors: [{ level: 'error', type: 'SemgrepError' }] },
      'none',
    ],
    ['no file', { paths: { scanned: [] } }, 'none'],
  ])('takes a report of %s for what it proves', (_name, part, evidence) => {
    const [run] = parse({ results: [], errors: [], ...part }).runs;
    expect(run.evidence).toBe(evidence);
    expect(run.controlTypes).toEqual(evidence === 'none' ? [] : ['sast']);
  });

  it('names the place of what is wrong', () => {
    const results = [example.results[0], null];
    expect(() => parse({ results, errors: [] })).toThrow(
      expect.objectContaining({ details: { path: '/results/1' } }),
    );
  });
});
