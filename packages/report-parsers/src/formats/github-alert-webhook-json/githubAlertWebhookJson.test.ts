import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

interface Event {
  action: string;
  alert: Record<string, unknown>;
  [member: string]: unknown;
}

function example(name: string): Event {
  return JSON.parse(
    readFileSync(join(__dirname, `examples/${name}.json`), 'utf8'),
  );
}

/** The run of an example whose event and alert are changed. */
function runOf(
  name: string,
  alert: Record<string, unknown> = {},
  event: Record<string, unknown> = {},
) {
  const known = example(name);
  const { format, runs } = parseReport(
    JSON.stringify({ ...known, ...event, alert: { ...known.alert, ...alert } }),
  );
  expect(format).toBe('github-alert-webhook-json');
  expect(runs).toHaveLength(1);
  return runs[0];
}

describe('github-alert-webhook-json', () => {
  it.each([
    [
      'code-scanning',
      {
        tool: { name: 'CodeQL' },
        category: 'larkhill/payments alert 12',
        branch: 'main',
        commit: '0123456789abcdef0123456789abcdef01234567',
        findings: [
          {
            type: 'sast',
            ruleId: 'js/sql-injection',
            severity: 'high',
            cwes: [89],
            locations: [{ path: 'src/ledger.js', startLine: 7 }],
          },
        ],
      },
    ],
    [
      'dependabot',
      {
        tool: { name: 'Dependabot' },
        category: 'larkhill/payments alert 5',
        findings: [
          {
            type: 'sca',
            ruleId: 'CVE-2026-1234',
            severity: 'high',
            score: 7.5,
            cwes: [400],
            component: { name: 'left-pad', fixedVersions: ['1.3.1'] },
            locations: [{ path: 'web/package-lock.json' }],
          },
        ],
      },
    ],
    [
      'secret-scanning',
      {
        tool: { name: 'GitHub secret scanning' },
        category: 'larkhill/payments alert 3',
        findings: [
          { type: 'secret', ruleId: 'mailchimp_api_key', severity: 'high' },
        ],
      },
    ],
  ])('reads an alert of %s as a scope of its own', (name, expected) => {
    const run = runOf(name);
    expect(run).toMatchObject({
      ...expected,
      evidence: 'scan',
      scannedAt: '2026-11-20T08:00:00.000Z',
    });
    // One alert is no evidence that a control runs.
    expect(run.controlTypes).toEqual([]);
  });

  it.each([
    ['code-scanning', { state: 'fixed' }, { action: 'fixed' }],
    ['code-scanning', {}, { action: 'fixed' }],
    ['dependabot', { state: 'fixed' }, { action: 'fixed' }],
    ['secret-scanning', { resolution: 'revoked' }, { action: 'resolved' }],
  ])('finds nothing where %s ended with %p', (name, alert, event) => {
    expect(runOf(name, alert, event)).toMatchObject({
      evidence: 'scan',
      findings: [],
    });
  });

  it.each([
    [
      'code-scanning',
      {
        state: 'dismissed',
        dismissed_reason: "won't fix",
        dismissed_comment: 'Batch job',
        dismissed_by: { login: 'grace' },
      },
      { kind: "won't fix", justification: 'Batch job; by grace on GitHub' },
    ],
    [
      'dependabot',
      {
        state: 'dismissed',
        dismissed_reason: 'tolerable_risk',
        dismissed_by: { login: 'grace' },
      },
      { kind: 'tolerable_risk', justification: 'by grace on GitHub' },
    ],
    ['dependabot', { state: 'auto_dismissed' }, { kind: 'auto-dismissed' }],
    [
      'secret-scanning',
      {
        resolution: 'used_in_tests',
        resolution_comment: 'Only a fixture',
        resolved_by: { login: 'grace' },
      },
      {
        kind: 'used_in_tests',
        justification: 'Only a fixture; by grace on GitHub',
      },
    ],
  ])(
    'keeps why %s was dismissed, and the severity',
    (name, alert, expected) => {
      const [finding] = runOf(name, alert).findings;
      expect(finding.suppression).toEqual({ status: 'accepted', ...expected });
      expect(finding.severity).toBe('high');
    },
  );

  it('knows when GitHub came to a state, also without updated_at', () => {
    const noTime = { updated_at: undefined };
    expect(
      runOf('code-scanning', noTime, { action: 'created' }).scannedAt,
    ).toBe('2026-11-20T08:00:00.000Z');
    expect(
      runOf(
        'code-scanning',
        { ...noTime, state: 'fixed', fixed_at: '2026-11-21T08:00:00Z' },
        { action: 'fixed' },
      ).scannedAt,
    ).toBe('2026-11-21T08:00:00.000Z');
    expect(
      runOf('code-scanning', noTime, { action: 'reopened_by_user' }).scannedAt,
    ).toBeUndefined();
  });

  it('keeps pull requests apart, and takes the instance where the event has no ref', () => {
    const ref = 'refs/pull/4/merge';
    expect(runOf('code-scanning', {}, { ref }).branch).toBe(ref);
    const instance = example('code-scanning').alert.most_recent_instance;
    expect(
      runOf(
        'code-scanning',
        { most_recent_instance: undefined, instances: [instance] },
        { ref: '', commit_oid: '' },
      ),
    ).toMatchObject({
      branch: 'main',
      findings: [{ locations: [{ path: 'src/ledger.js' }] }],
    });
  });

  it('never keeps a secret', () => {
    const secret = 'b1c2d3e4f5a6b7c8d9e0-us12';
    const run = runOf('secret-scanning', {
      secret,
      resolution: 'false_positive',
      resolution_comment: `It is ${secret}`,
    });
    expect(JSON.stringify(run)).not.toContain(secret);
  });

  it('names what is missing', () => {
    const { alert, repository, ...event } = example('dependabot');
    expect(() =>
      parseReport(JSON.stringify({ ...event, repository: {}, alert })),
    ).toThrow(
      expect.objectContaining({ details: { path: '/repository/full_name' } }),
    );
    expect(() =>
      parseReport(JSON.stringify({ ...event, repository }), {
        format: 'github-alert-webhook-json',
      }),
    ).toThrow(expect.objectContaining({ details: { path: '/alert' } }));
  });
});
