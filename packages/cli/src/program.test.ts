import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './program';
import { FakeSynchrony } from './testing/FakeSynchrony';

const TOKEN = 'very-secret-token';

const sarif = (results: object[]) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'CodeQL', semanticVersion: '2.19.0' } },
        automationDetails: { id: 'java/2026-11-24' },
        results,
      },
    ],
  });

const result = {
  ruleId: 'java/sql-injection',
  level: 'error',
  message: { text: 'Query built from user input' },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: 'src/Main.java' },
        region: { startLine: 7 },
      },
    },
  ],
};

const receipt = {
  reportId: 'r1',
  entityRef: 'component:default/payments-api',
  status: 'processed',
  applied: true,
  tool: 'CodeQL',
  ref: 'main',
  complete: true,
  counts: {
    reported: 3,
    new: 2,
    unchanged: 1,
    updated: 0,
    reopened: 0,
    resolved: 4,
    suppressed: 0,
  },
};

const accepted = {
  status: 202,
  body: { reportId: 'r1', status: 'received', links: { self: '/r1' } },
};

describe('synchrony', () => {
  const server = new FakeSynchrony();
  let url: string;
  let folder: string;
  let report: string;

  beforeAll(async () => {
    url = await server.start();
    folder = await mkdtemp(join(tmpdir(), 'synchrony-cli-'));
    report = join(folder, 'report.sarif');
    await writeFile(report, sarif([result]));
  });

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  async function synchrony(
    args: string[],
    environment: Record<string, string | undefined> = {},
  ) {
    const out: string[] = [];
    const err: string[] = [];
    const exitCode = await run(['node', 'synchrony', ...args], {
      out: line => out.push(line),
      err: line => err.push(line),
      environment: {
        SYNCHRONY_URL: url,
        SYNCHRONY_TOKEN: TOKEN,
        ...environment,
      },
    });
    expect([...out, ...err].join('\n')).not.toContain(TOKEN);
    return { exitCode, out, err };
  }

  const uploadArgs = () => ['upload', report, '--entity', 'payments-api'];

  describe('upload', () => {
    it('sends a report, waits and prints the counts', async () => {
      server.answer(
        accepted,
        { status: 200, body: { ...receipt, status: 'processing' } },
        { status: 200, body: receipt },
      );
      const { exitCode, out } = await synchrony([
        ...uploadArgs(),
        '--tool',
        'CodeQL',
        '--partial',
        '--started-at',
        '2026-11-24T10:00:00Z',
      ]);
      expect(exitCode).toBe(0);
      expect(out).toEqual([
        `${report}: processed r1 (CodeQL, main) 3 findings: 2 new, 4 resolved, 1 unchanged`,
      ]);
      const [post, poll] = server.requests;
      expect(post).toMatchObject({
        method: 'POST',
        path: '/api/ingestion/reports',
        query: {
          entityRef: 'component:default/payments-api',
          tool: 'CodeQL',
          complete: 'false',
          startedAt: '2026-11-24T10:00:00.000Z',
        },
        body: sarif([result]),
      });
      expect(post.headers.authorization).toBe(`Bearer ${TOKEN}`);
      expect(poll.path).toBe('/api/ingestion/reports/r1');
      expect(Number(poll.query.wait)).toBeGreaterThan(0);
    });

    it('compresses big reports', async () => {
      const big = join(folder, 'big.sarif');
      const content = sarif(Array.from({ length: 500 }, () => result));
      await writeFile(big, content);
      server.answer(accepted);
      await synchrony(['upload', big, '--entity', 'x', '--no-wait']);
      const [post] = server.requests;
      expect(post.headers['content-encoding']).toBe('gzip');
      expect(Number(post.headers['content-length'])).toBeLessThan(
        content.length / 10,
      );
      expect(post.body).toBe(content);
    });

    it('tries again under the same key when Synchrony is busy or broken', async () => {
      server.answer(
        { status: 429, headers: { 'retry-after': '0' } },
        { status: 503, headers: { 'retry-after': '0' } },
        { status: 0, hangUp: true },
        accepted,
      );
      const { exitCode, err } = await synchrony([...uploadArgs(), '--no-wait']);
      expect(exitCode).toBe(0);
      expect(err).toHaveLength(3);
      const keys = server.requests.map(
        ({ headers }) => headers['idempotency-key'],
      );
      expect(keys).toHaveLength(4);
      expect(new Set(keys).size).toBe(1);

      server.answer(accepted);
      await synchrony([...uploadArgs(), '--no-wait']);
      expect(server.requests[0].headers['idempotency-key']).not.toBe(keys[0]);
    });

    it('takes commit and ref from the pipeline, unless told', async () => {
      server.answer(accepted, accepted);
      const pipeline = {
        CI_COMMIT_SHA: 'abc123',
        CI_COMMIT_REF_NAME: 'feature/x',
      };
      await synchrony([...uploadArgs(), '--no-wait'], pipeline);
      await synchrony([...uploadArgs(), '--no-wait', '--ref', 'v1'], pipeline);
      expect(server.requests.map(({ query }) => query)).toMatchObject([
        { commit: 'abc123', ref: 'feature/x' },
        { commit: 'abc123', ref: 'v1' },
      ]);
    });

    it.each([
      [
        'rejected',
        1,
        {
          ...receipt,
          status: 'rejected',
          error: {
            name: 'ReportError',
            message: 'results is not an array',
            details: { path: '/runs/0/results', line: 12 },
          },
        },
        'rejected r1: results is not an array (at /runs/0/results, line 12)',
      ],
      [
        'failed',
        1,
        { ...receipt, status: 'failed', reason: 'worker ended' },
        'failed r1: worker ended',
      ],
      [
        'quarantined',
        3,
        { ...receipt, status: 'quarantined' },
        'quarantined r1: component:default/payments-api is not in the catalog; it is released when the entity appears',
      ],
      [
        'older',
        0,
        { ...receipt, applied: false, reason: 'older', counts: undefined },
        'processed r1 (CodeQL, main) – not applied: a newer scan was applied before, nothing changed',
      ],
    ])('says what became of it: %s', async (_, exitCode, body, line) => {
      server.answer(accepted, { status: 200, body });
      expect(await synchrony(uploadArgs())).toEqual({
        exitCode,
        out: [`${report}: ${line}`],
        err: [],
      });
    });

    it.each([
      [401, 2, 'Synchrony does not know this token; check SYNCHRONY_TOKEN.'],
      [403, 2, 'This token may not do that: because'],
      [404, 2, 'Not found: because'],
      [413, 1, 'Synchrony refused it with 413: because (at /runs, line 3)'],
      [422, 1, 'Synchrony refused it with 422: because (at /runs, line 3)'],
    ])('explains the refusal %i', async (status, exitCode, line) => {
      server.answer({
        status,
        body: {
          error: { message: 'because', details: { path: '/runs', line: 3 } },
        },
      });
      expect(await synchrony(uploadArgs())).toEqual({
        exitCode,
        out: [],
        err: [`${report}: ${line}`],
      });
    });

    it('ends with the worst of several files', async () => {
      server.answer(
        accepted,
        { status: 200, body: receipt },
        accepted,
        { status: 200, body: { ...receipt, status: 'quarantined' } },
        accepted,
        { status: 200, body: { ...receipt, status: 'rejected' } },
      );
      const { exitCode, out } = await synchrony([
        'upload',
        report,
        report,
        report,
        '--entity',
        'x',
        '--json',
      ]);
      expect(exitCode).toBe(1);
      expect(out.map(line => JSON.parse(line).status)).toEqual([
        'processed',
        'quarantined',
        'rejected',
      ]);
    });

    it.each<[string, string[], Record<string, string | undefined>, RegExp]>([
      ['no address', [], { SYNCHRONY_URL: undefined }, /SYNCHRONY_URL is not/],
      ['a bad address', [], { SYNCHRONY_URL: 'portal' }, /SYNCHRONY_URL is no/],
      ['no token', [], { SYNCHRONY_TOKEN: '' }, /SYNCHRONY_TOKEN is not set/],
      ['a bad time', ['--started-at', 'noon'], {}, /--started-at is no time/],
      ['a bad timeout', ['--timeout', 'long'], {}, /--timeout is no number/],
      ['a bad flag', ['--wrong'], {}, /unknown option '--wrong'/],
      ['a bad entity', ['--entity', 'a b'], {}, /"a b" is no entity ref/],
    ])('explains %s', async (_, args, environment, message) => {
      server.answer();
      const { exitCode, err } = await synchrony(
        [...uploadArgs(), ...args],
        environment,
      );
      expect(exitCode).toBe(2);
      expect(err.join('\n')).toMatch(message);
      expect(server.requests).toEqual([]);
    });

    it('explains a missing file', async () => {
      const { exitCode, err } = await synchrony([
        'upload',
        'nowhere.sarif',
        '--entity',
        'x',
      ]);
      expect(exitCode).toBe(2);
      expect(err).toEqual([
        'nowhere.sarif: Can’t read nowhere.sarif: it does not exist.',
      ]);
    });
  });

  it('shows the status of a report', async () => {
    server.answer({ status: 200, body: receipt });
    expect(await synchrony(['status', 'r1'])).toEqual({
      exitCode: 0,
      out: [
        'component:default/payments-api: processed r1 (CodeQL, main) 3 findings: 2 new, 4 resolved, 1 unchanged',
      ],
      err: [],
    });
  });

  describe('gate', () => {
    const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
    const pass = {
      entityRef: 'component:default/payments-api',
      verdict: 'pass',
      reasons: [],
      counts: { new: none, overdue: none, accepted: 0, fixed: 1, unknown: 0 },
      ref: 'fix',
      base: 'main',
      policy: { id: 'default', failClosed: false },
      links: { findings: 'https://portal.example.com/findings' },
      asOf: '2026-11-24T10:00:00Z',
    };
    const block = {
      ...pass,
      verdict: 'block',
      reasons: [
        {
          kind: 'new',
          verdict: 'block',
          message: 'high: XSS\n::error::no\u001b[2J is not on main',
          type: 'sast',
          location: { path: 'src/b.ts', startLine: 7 },
          tool: 'CodeQL',
        },
        { kind: 'unknown', verdict: 'warn', message: 'fix has no sca scan' },
      ],
      counts: { ...pass.counts, new: { ...none, high: 1 } },
    };
    const args = ['gate', '--entity', 'payments-api', '--timeout', '5'];
    const down = { status: 0, hangUp: true };

    it('asks about what the pipeline builds, and passes', async () => {
      server.answer({ status: 200, body: pass });
      const { exitCode, out } = await synchrony(
        [...args, '--base', 'v1', '--policy', 'strict'],
        { CI_COMMIT_SHA: 'abc123', CI_COMMIT_REF_NAME: 'fix' },
      );
      expect(exitCode).toBe(0);
      expect(out).toEqual([
        'pass: component:default/payments-api, fix against main (policy default)',
        'new: none; overdue: none; accepted: 0; fixed: 1',
        'https://portal.example.com/findings',
      ]);
      expect(server.requests).toMatchObject([
        { method: 'POST', path: '/api/ingestion/gate' },
      ]);
      expect(JSON.parse(server.requests[0].body)).toEqual({
        entityRef: 'component:default/payments-api',
        ref: 'fix',
        commit: 'abc123',
        base: 'v1',
        policy: 'strict',
      });
    });

    it('prints why it is blocked, a line for each reason', async () => {
      server.answer({ status: 200, body: block });
      const { exitCode, out } = await synchrony(args);
      expect(exitCode).toBe(5);
      expect(out.slice(1, 5)).toEqual([
        'VERDICT  REASON   TYPE  WHERE       WHAT',
        'block    new      sast  src/b.ts:7  high: XSS ::error::no [2J is not on main (CodeQL)',
        'warn     unknown  -     -           fix has no sca scan',
        'new: 1 high; overdue: none; accepted: 0; fixed: 1',
      ]);
    });

    it('answers JSON', async () => {
      server.answer({ status: 200, body: block });
      const { exitCode, out } = await synchrony([...args, '--json']);
      expect(exitCode).toBe(5);
      expect(JSON.parse(out[0])).toEqual(block);
    });

    it('goes on when warned', async () => {
      server.answer({ status: 200, body: { ...block, verdict: 'warn' } });
      expect((await synchrony(args)).exitCode).toBe(0);
    });

    it.each([
      ['an outage', Array.from({ length: 9 }, () => down)],
      ['something else', [{ status: 200, body: 'portal' }]],
    ])(
      'goes on without a verdict at %s, unless told not to',
      async (_, how) => {
        const quick = [...args.slice(0, -1), '0.2'];
        server.answer(...how);
        const open = await synchrony(quick);
        expect(open.exitCode).toBe(0);
        expect(open.err.join('\n')).toMatch(/^warn: the gate was not asked/m);
        server.answer(...how);
        const closed = await synchrony([...quick, '--fail-closed']);
        expect(closed.exitCode).toBe(4);
      },
    );

    it.each([401, 403, 404, 400])(
      'takes a refusal with %i for a mistake',
      async status => {
        server.answer({ status, body: { error: { message: 'because' } } });
        expect((await synchrony(args)).exitCode).toBe(2);
      },
    );

    it('says that the policy wants --fail-closed', async () => {
      const body = { ...pass, policy: { id: 'strict', failClosed: true } };
      server.answer({ status: 200, body }, { status: 200, body });
      expect((await synchrony(args)).err).toEqual([
        'Policy strict stops pipelines when the gate can’t be asked: add --fail-closed.',
      ]);
      expect((await synchrony([...args, '--fail-closed'])).err).toEqual([]);
    });

    describe('during an outage', () => {
      const quick = [...args.slice(0, -1), '0.2'];
      const strict = { ...pass, policy: { id: 'strict', failClosed: true } };
      const outage = () =>
        server.answer(...Array.from({ length: 9 }, () => down));

      it.each([
        ['true', [], 4],
        ['1', [], 4],
        ['False', [], 0],
        ['', [], 0],
        ['false', ['--fail-closed'], 4],
        ['true', ['--no-fail-closed'], 0],
        ['perhaps', [], 2],
      ])(
        'SYNCHRONY_GATE_FAIL_CLOSED=%s with %j exits with %i',
        async (variable, flags, expected) => {
          outage();
          const { exitCode } = await synchrony([...quick, ...flags], {
            SYNCHRONY_GATE_FAIL_CLOSED: variable,
          });
          expect(exitCode).toBe(expected);
        },
      );

      it('follows what each policy said last, unless told otherwise', async () => {
        const cached = ['--cache', join(folder, 'gate.json')];
        const ask = (policy: string[], environment = {}) =>
          synchrony([...quick, ...cached, ...policy], environment);
        outage();
        const first = await ask(['--policy', 'strict']);
        expect(first.exitCode).toBe(0);
        server.answer(
          { status: 200, body: strict },
          { status: 200, body: pass },
        );
        expect((await ask(['--policy', 'strict'])).err).toEqual([]);
        await ask([]);

        outage();
        const stopped = await ask(['--policy', 'strict']);
        expect(stopped.exitCode).toBe(4);
        expect(stopped.err.join('\n')).toContain(
          'Policy strict stops pipelines when the gate can’t be asked, as of its last answer.',
        );
        outage();
        expect((await ask([])).exitCode).toBe(0);
        outage();
        const told = await ask(['--policy', 'strict'], {
          SYNCHRONY_GATE_FAIL_CLOSED: 'false',
        });
        expect(told.exitCode).toBe(0);

        server.answer({
          status: 200,
          body: { ...pass, policy: { id: 'strict', failClosed: false } },
        });
        await ask(['--policy', 'strict']);
        outage();
        expect((await ask(['--policy', 'strict'])).exitCode).toBe(0);
      });

      it('says that what it remembers can’t be read, and goes on', async () => {
        const file = join(folder, 'broken.json');
        await writeFile(file, '{"policies":[{"id":1}]}');
        outage();
        const { err, exitCode } = await synchrony([...quick, '--cache', file]);
        expect(exitCode).toBe(0);
        expect(err.join('\n')).toContain('broken.json can’t be read');
      });
    });
  });

  describe('inspect', () => {
    it('reads a report without a network', async () => {
      const { exitCode, out } = await synchrony(['inspect', report], {
        SYNCHRONY_URL: undefined,
      });
      expect(exitCode).toBe(0);
      expect(out[0]).toMatch(/sarif-2\.1\.0, \d+ bytes$/);
      expect(out).toEqual(
        expect.arrayContaining([
          '  tool         CodeQL 2.19.0',
          '  evidence for sast',
          '  findings     1 of 1 results',
          '  severities   1 high',
        ]),
      );
    });

    it('names the place of a fault', async () => {
      const broken = join(folder, 'broken.sarif');
      await writeFile(
        broken,
        '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":5}]}',
      );
      const { exitCode, err } = await synchrony(['inspect', broken]);
      expect(exitCode).toBe(1);
      expect(err).toHaveLength(1);
      expect(err[0]).toMatch(/broken\.sarif: .*at \/runs\/0\/results/);
    });
  });

  describe('deployment', () => {
    const args = [
      'deployment',
      '--entity=payments-api',
      '--environment=production',
      '--id=d1',
    ];
    const recorded = { status: 200, body: { items: [{ applied: true }] } };

    it('records a deployment of what the pipeline builds', async () => {
      server.answer(recorded);
      const { exitCode, out } = await synchrony(
        [
          ...args,
          '--outcome=rolled_back',
          '--release=1.4.0',
          '--started-at=2026-01-31T14:00:00+01:00',
          '--kind=unplanned',
          '--recovers=d0',
        ],
        { GITHUB_SHA: 'abcd1234' },
      );
      expect([exitCode, out]).toEqual([
        0,
        ['component:default/payments-api: recorded'],
      ]);
      const [{ body, headers, path }] = server.requests;
      expect(path).toBe('/api/ingestion/deployments');
      expect(headers.authorization).toBe(`Bearer ${TOKEN}`);
      expect(JSON.parse(body)).toEqual({
        entityRef: 'component:default/payments-api',
        environment: 'production',
        deploymentId: 'd1',
        commit: 'abcd1234',
        version: '1.4.0',
        startedAt: '2026-01-31T13:00:00.000Z',
        finishedAt: expect.any(String),
        outcome: 'rolled_back',
        kind: 'unplanned',
        recovers: 'd0',
      });
    });

    it('says that a later state is known, as JSON too', async () => {
      const older = {
        status: 200,
        body: { items: [{ applied: false, reason: 'older' }] },
      };
      server.answer(older, older);
      const told = await synchrony([...args, '--outcome=failed']);
      expect([told.exitCode, told.out[0]]).toEqual([
        0,
        expect.stringContaining('later state'),
      ]);
      const json = await synchrony([...args, '--outcome=failed', '--json']);
      expect(JSON.parse(json.out[0])).toEqual(older.body.items[0]);
    });

    it.each([
      [['--outcome=good'], '--outcome must be among'],
      [['--outcome=failed', '--kind=odd'], '--kind must be among'],
      [['--outcome=failed', '--finished-at=noon'], '--finished-at is no time'],
    ])('names the flag that is wrong: %p', async (flags, message) => {
      server.answer();
      const { err, exitCode } = await synchrony([...args, ...flags]);
      expect([exitCode, err[0]]).toEqual([2, expect.stringContaining(message)]);
      expect(server.requests).toEqual([]);
    });

    it('shows what Synchrony refused', async () => {
      server.answer({
        status: 400,
        body: {
          error: { message: 'body.url: odd', details: { path: 'body.url' } },
        },
      });
      const { err, exitCode } = await synchrony([...args, '--outcome=failed']);
      expect([exitCode, err[0]]).toEqual([
        1,
        expect.stringContaining('at body.url'),
      ]);
    });
  });

  describe('pipeline-run', () => {
    const args = [
      'pipeline-run',
      '--entity=payments-api',
      '--pipeline=ci',
      '--run-id=7',
      '--outcome=failed',
      '--started-at=2026-01-31T14:00:00Z',
      '--url=https://ci.example/7',
    ];

    it('records a run, and what it did with the gate', async () => {
      server.answer({ status: 200, body: { items: [{ applied: true }] } });
      const { exitCode } = await synchrony(
        [...args, '--gate-verdict=block', '--gate-ignored'],
        { CI_COMMIT_SHA: 'abcd1234', CI_COMMIT_REF_NAME: 'main' },
      );
      expect(exitCode).toBe(0);
      expect(JSON.parse(server.requests[0].body)).toMatchObject({
        pipeline: 'ci',
        runId: '7',
        ref: 'main',
        commit: 'abcd1234',
        outcome: 'failed',
        gate: { policy: 'default', verdict: 'block', obeyed: false },
      });
    });

    it('has to know what was built', async () => {
      const { err, exitCode } = await synchrony(args);
      expect([exitCode, err[0]]).toEqual([2, expect.stringContaining('--ref')]);
    });
  });

  it('explains itself', async () => {
    const { exitCode, out } = await synchrony(['--help']);
    expect(exitCode).toBe(0);
    expect(out.join('\n')).toContain('Exit codes:');
  });
});
