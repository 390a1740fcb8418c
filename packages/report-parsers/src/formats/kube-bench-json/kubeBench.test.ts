import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/node.json'));
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('kube-bench-json', () => {
  const { format, runs } = parseReport(example);

  it('makes a run of each type of node, with failures and warnings', () => {
    expect(format).toBe('kube-bench-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'kube-bench' },
        category: 'node',
        evidence: 'scan',
        controlTypes: ['iac'],
        counts: {
          raw: 5,
          leftOut: {
            'status is PASS': 1,
            'manual check': 1,
            'status is INFO': 1,
          },
        },
        findings: [
          {
            type: 'iac',
            ruleId: '4.1.1',
            title: 'Ensure that the service file is private (Automated)',
            severity: 'medium',
            toolSeverity: 'FAIL',
            remediation: 'Run chmod 600, see https://kubernetes.example/files.',
            details: 'Expected: permissions has permissions 600',
            links: ['https://kubernetes.example/files'],
            locations: [{ logicalName: 'node' }],
          },
          { ruleId: '4.1.3', severity: 'info', toolSeverity: 'WARN' },
        ],
      },
      {
        category: 'policies',
        evidence: 'none',
        controlTypes: [],
        findings: [],
      },
    ]);
    expect(JSON.stringify(runs)).not.toContain('abcd1234');
  });

  it('reads a list of controls, and one alone, as old versions write them', () => {
    const { Controls: controls } = JSON.parse(example.toString());
    for (const body of [controls, controls[0]]) {
      const report = parse(body);
      expect(report.format).toBe('kube-bench-json');
      expect(report.runs[0].findings).toHaveLength(2);
    }
  });

  it('takes a report without controls for no scan', () => {
    const report = parse({ Controls: null, Totals: { total_pass: 0 } });
    expect(report.runs).toMatchObject([{ evidence: 'none' }]);
  });

  it('names the check that is none', () => {
    const control = { id: '1', node_type: 'master', tests: [{ results: [1] }] };
    expect(() => parse([control])).toThrow(
      expect.objectContaining({
        details: { path: '/0/tests/0/results/0' },
      }),
    );
  });
});
