import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = JSON.parse(
  readFileSync(join(__dirname, 'examples/repository.json'), 'utf8'),
);
const { repository } = example.data;
const parse = (report: unknown, format?: string) =>
  parseReport(JSON.stringify(report), { format });
const answer = (vulnerabilityAlerts: unknown, name = 'demo/shop') => ({
  data: { repository: { nameWithOwner: name, vulnerabilityAlerts } },
});

describe('github-dependabot-graphql-json', () => {
  it('maps an alert to a finding and leaves out what is fixed', () => {
    const { format, runs } = parse(example);
    expect(format).toBe('github-dependabot-graphql-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Dependabot' },
        evidence: 'scan',
        category: 'demo/shop',
        controlTypes: ['sca'],
        counts: { raw: 2, leftOut: { 'state is FIXED': 1 } },
        findings: [
          {
            type: 'sca',
            ruleId: 'CVE-2026-1111',
            severity: 'medium',
            toolSeverity: 'MODERATE',
            score: 7.5,
            cwes: [400],
            advisoryIds: ['GHSA-AAAA-BBBB-CCCC', 'CVE-2026-1111'],
            component: {
              name: '@demo/left',
              version: '1.3.0',
              purl: 'pkg:npm/%40demo/left@1.3.0',
              fixedVersions: ['1.3.1'],
            },
            locations: [{ path: 'web/package-lock.json' }],
            suppression: { status: 'accepted', kind: 'tolerable_risk' },
          },
        ],
      },
    ]);
  });

  it('finds repositories wherever the query put them', () => {
    const alerts = { nodes: [] };
    const nodes = [
      { name: 'a', vulnerabilityAlerts: alerts },
      { name: 'b', vulnerabilityAlerts: alerts },
    ];
    const report = { data: { organization: { repositories: { nodes } } } };
    expect(parse(report).runs).toMatchObject([
      { category: 'a', evidence: 'scan', findings: [] },
      { category: 'b', evidence: 'scan', findings: [] },
    ]);
  });

  it('resolves nothing by a page, and by all pages what is gone', () => {
    const [first, second] = repository.vulnerabilityAlerts.nodes;
    const page = answer({ nodes: [first], pageInfo: { hasNextPage: true } });
    const last = answer({ nodes: [second], pageInfo: { hasNextPage: false } });
    expect(parse(page).runs[0].evidence).toBe('partial');
    expect(parse([page, last]).runs[0]).toMatchObject({
      evidence: 'scan',
      counts: { raw: 2 },
    });
  });

  it('takes no answer with errors for a clean one', () => {
    const failed = { data: { repository: null }, errors: [{ message: 'no' }] };
    expect(() => parse(failed, 'github-dependabot-graphql-json')).toThrow(
      expect.objectContaining({ details: { path: '/errors' } }),
    );
  });

  it('names the place of what is wrong', () => {
    expect(() => parse(answer({ nodes: ['x'] }))).toThrow(
      expect.objectContaining({
        details: { path: '/data/repository/vulnerabilityAlerts/nodes/0' },
      }),
    );
  });
});
