import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example: Array<Record<string, unknown>> = JSON.parse(
  readFileSync(join(__dirname, 'examples/alerts.json'), 'utf8'),
);
const parse = (report: unknown) => parseReport(JSON.stringify(report));

describe('github-secret-scanning-alerts-json', () => {
  const { format, runs } = parse(example);

  it('maps an alert to a finding', () => {
    expect(format).toBe('github-secret-scanning-alerts-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'GitHub secret scanning' },
        evidence: 'scan',
        controlTypes: ['secret'],
        findings: [
          {
            type: 'secret',
            ruleId: 'demo_token',
            severity: 'critical',
            locations: [{ path: 'deploy.env', startLine: 3, startColumn: 7 }],
          },
          {
            severity: 'info',
            suppression: { status: 'accepted', kind: 'revoked' },
          },
        ],
      },
    ]);
  });

  it('never keeps the value of a secret', () => {
    expect(JSON.stringify(runs)).not.toContain('not-a-token');
  });

  it('makes a run of each repository of an organisation', () => {
    const ofRepository = (name: string) => ({
      ...example[0],
      repository: { full_name: name },
    });
    expect(
      parse([ofRepository('demo/a'), ofRepository('demo/b')]).runs.map(
        run => run.category,
      ),
    ).toEqual(['demo/a', 'demo/b']);
  });
});
