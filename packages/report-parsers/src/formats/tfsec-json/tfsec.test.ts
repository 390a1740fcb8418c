import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFormat, parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/versions.json'));

describe('tfsec-json', () => {
  const { format, runs } = parseReport(example);

  it('maps failed results of all versions, resources of one rule and place together', () => {
    expect(format).toBe('tfsec-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'tfsec' },
        controlTypes: ['iac'],
        counts: { raw: 5, leftOut: { passed: 1, ignored: 1 } },
        aggregatedBy: 'rule, file and lines',
        findings: [
          {
            ruleId: 'AVD-X-0001',
            ruleName: 'x-bucket-private',
            title: 'The bucket is not public.',
            description: 'The bucket is not public.\n\nAnybody may read it.',
            remediation: 'Make it private.',
            severity: 'critical',
            links: ['https://tfsec.example/x-bucket-private'],
            locations: [
              {
                path: 'main.tf',
                startLine: 3,
                endLine: 5,
                logicalName: 'module.a.bucket.shop',
              },
              { logicalName: 'module.b.bucket.shop' },
            ],
          },
          {
            ruleId: 'X003',
            severity: 'high',
            toolSeverity: 'ERROR',
            links: ['https://tfsec.example/X003'],
            locations: [{ path: 'net.tf', logicalName: 'net.open' }],
          },
        ],
      },
    ]);
  });

  it('knows a clean report where only tfsec writes it so', () => {
    expect(parseReport('{"results": null}')).toMatchObject({
      format: 'tfsec-json',
      runs: [{ evidence: 'scan', controlTypes: ['iac'], findings: [] }],
    });
    expect(detectFormat('{"results": []}')).not.toBe('tfsec-json');
    const [run] = parseReport('{"results": []}', {
      format: 'tfsec-json',
    }).runs;
    expect(run.findings).toEqual([]);
  });

  it('reads the first versions, which had no texts of rules', () => {
    const result = {
      rule_id: 'X001',
      link: 'https://tfsec.example/X001',
      location: { filename: 'a.tf', start_line: 2, end_line: 2 },
      description: "Resource 'a.b' is open.",
      severity: 'WARNING',
    };
    const report = parseReport(JSON.stringify({ results: [result] }));
    expect(report.format).toBe('tfsec-json');
    expect(report.runs[0].findings).toMatchObject([
      { title: "Resource 'a.b' is open.", severity: 'medium' },
    ]);
  });

  it('refuses results that are no list', () => {
    expect(() =>
      parseReport('{"results": 3}', { format: 'tfsec-json' }),
    ).toThrow(expect.objectContaining({ details: { path: '/results' } }));
  });
});
