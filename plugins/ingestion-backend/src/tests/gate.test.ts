import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Finding,
  GateAnswer,
  Page,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { sarif, SampleResult } from './__testUtils__/sarif';
import {
  CI,
  component,
  ENTITY_REF,
  serviceHeader,
  startIngestion,
  StartOptions,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { trivy } from './__testUtils__/trivy';
import { until } from './__testUtils__/until';
import { kevOf, trivyOf } from './__testUtils__/vulnerabilities';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const OLD = { rule: 'sqli', path: 'src/a.ts', line: 3, snippet: 'query(x)' };
const NEW = { rule: 'xss', path: 'src/b.ts', line: 7, snippet: 'html(x)' };
const MEDIUM = {
  rule: 'log',
  path: 'src/c.ts',
  line: 9,
  severity: '5.0',
  snippet: 'log(x)',
};

const USER = mockCredentials.user.header();

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
}

/** Small numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; state = (state * 48_271) % 2_147_483_647) {
    yield state;
  }
}

describe.each(databases.eachSupportedId())('gate, %s', id => {
  let ingestion: TestIngestion;
  let folder: string;
  let database: Knex;

  async function start(options: StartOptions = {}) {
    database = await databases.init(id);
    ingestion = await startIngestion(database, {
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
      ],
      ...options,
      config: {
        gate: { policies: [join(folder, 'strict.yaml')] },
        ...options.config,
      },
    });
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gate-'));
    writeFileSync(
      join(folder, 'strict.yaml'),
      'id: strict\nnew: { medium: block }\nunknown: block\nfailClosed: true\n',
    );
  });
  afterEach(async () => {
    await ingestion.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = (body: object, authorization = CI) =>
    ingestion.api
      .post('/api/ingestion/gate')
      .set('authorization', authorization)
      .send({ entityRef: ENTITY_REF, ...body });

  async function verdict(body: object): Promise<GateAnswer> {
    const response = await ask(body);
    expect(response.body).toMatchObject({
      verdict: expect.any(String),
      links: {
        findings: expect.stringMatching(
          /\/catalog\/default\/component\/payments-api\/security\/findings$/,
        ),
      },
    });
    return response.body;
  }

  const scan = (
    results: SampleResult[],
    query: Record<string, string> = {},
    options: Parameters<typeof sarif>[1] = {},
  ) => ingestion.submit(sarif(results, options), query);

  it('blocks on what a branch brings in, and only on that', async () => {
    await start();
    await scan([OLD], { ref: 'main' });
    await scan([OLD, NEW, MEDIUM], { ref: 'refs/heads/fix' });
    expect(await verdict({ ref: 'fix' })).toMatchObject({
      entityRef: ENTITY_REF,
      verdict: 'block',
      ref: 'fix',
      base: 'main',
      reasons: [
        {
          kind: 'new',
          verdict: 'block',
          severity: 'high',
          ruleId: 'xss',
          type: 'sast',
          tool: 'CodeQL',
          findingId: expect.any(String),
          location: { path: 'src/b.ts', startLine: 7 },
        },
        { kind: 'new', verdict: 'warn', severity: 'medium', ruleId: 'log' },
      ],
      counts: { new: { high: 1, medium: 1 }, fixed: 0, unknown: 0 },
      policy: { id: 'default', failClosed: false },
    });
    await scan([OLD], { ref: 'fix', commit: 'abcd1234' });
    expect(await verdict({ ref: 'fix', commit: 'abcd1234' })).toMatchObject({
      verdict: 'pass',
      reasons: [],
    });
  });

  it('counts what a branch fixes', async () => {
    await start();
    await scan([OLD, NEW], { ref: 'main' });
    await scan([OLD], { ref: 'fix' });
    expect((await verdict({ ref: 'fix' })).counts.fixed).toBe(1);
    await scan([], { ref: 'part', complete: 'false' });
    expect((await verdict({ ref: 'part' })).counts.fixed).toBe(0);
  });

  it('compares across tools, and warns of one that did not run', async () => {
    await start();
    await scan([OLD], { ref: 'main' });
    await ingestion.submit(trivy(['lang-pkgs'], { fixed: true }), {
      ref: 'main',
    });
    await scan([OLD], { ref: 'fix' });
    const without = await verdict({ ref: 'fix' });
    expect(without).toMatchObject({
      verdict: 'warn',
      reasons: [{ kind: 'unknown', verdict: 'warn', type: 'sca' }],
    });
    expect(await verdict({ ref: 'fix', policy: 'strict' })).toMatchObject({
      verdict: 'block',
      policy: { id: 'strict', failClosed: true },
    });
    await ingestion.submit(trivy(['lang-pkgs']), { ref: 'fix' });
    expect(await verdict({ ref: 'fix' })).toMatchObject({
      verdict: 'block',
      reasons: [{ kind: 'new', type: 'sca', ruleId: 'CVE-2026-1111' }],
    });
  });

  it('blocks on what is known to be exploited, where the policy says so', async () => {
    writeFileSync(
      join(folder, 'strict.yaml'),
      'id: strict\nnew: { low: pass, kev: block }\n',
    );
    await start();
    const [known, other] = ['CVE-2026-1001', 'CVE-2026-1002'];
    await ingestion.submit(trivyOf([]), { ref: 'main' });
    await ingestion.submit(trivyOf([{ id: known }, { id: other }]), {
      ref: 'fix',
    });
    const asked = { ref: 'fix', policy: 'strict' };
    expect(await verdict(asked)).toMatchObject({ verdict: 'pass' });
    await ingestion.api
      .put('/api/ingestion/threat-intelligence/kev')
      .set('authorization', CI)
      .set('content-type', 'application/octet-stream')
      .send(kevOf({ [known]: '2026-11-03' }));
    await until(
      async () => (await ingestion.get('/threat-intelligence')).body.settled,
    );
    expect(await verdict(asked)).toMatchObject({
      verdict: 'block',
      reasons: [
        { kind: 'new', severity: 'low', kev: true, ruleId: 'CVE-2026-1001' },
      ],
      counts: { new: { low: 2 } },
    });
    expect(await verdict({ ref: 'fix' })).toMatchObject({ verdict: 'pass' });
  });

  it('wants the scans of the commit', async () => {
    await start();
    await scan([OLD], { ref: 'main' });
    await scan([OLD], { ref: 'fix', commit: 'aaaa1111' });
    expect(await verdict({ ref: 'fix', commit: 'bbbb2222' })).toMatchObject({
      verdict: 'warn',
      reasons: [{ kind: 'unknown', type: 'sast' }],
    });
    expect(await verdict({ commit: 'aaaa1111' })).toMatchObject({
      verdict: 'pass',
    });
  });

  it('lets suppressed findings below high pass, and no others', async () => {
    await start();
    await scan([], { ref: 'main' });
    await scan([{ ...MEDIUM, suppressed: true }], { ref: 'fix' });
    expect(await verdict({ ref: 'fix', policy: 'strict' })).toMatchObject({
      verdict: 'pass',
      counts: { new: { medium: 0 }, accepted: 1 },
    });
    await scan([{ ...NEW, suppressed: true }], { ref: 'other' });
    expect(await verdict({ ref: 'other' })).toMatchObject({ verdict: 'block' });
  });

  const listed = async (query: Record<string, string>) => {
    const response = await ingestion.get('/findings', {
      entityRef: ENTITY_REF,
      ...query,
    });
    expect(response.status).toBe(200);
    return response.body as Page<Finding>;
  };

  /** As a person, one who may do it alone. */
  const dismiss = async (ruleId: string) => {
    const { items } = await listed({});
    const response = await ingestion.api
      .post('/api/ingestion/findings/actions')
      .set('authorization', USER)
      .send({
        ids: items.filter(item => item.ruleId === ruleId).map(item => item.id),
        action: 'dismiss',
        reason: 'false_positive',
        text: 'only in tests',
      });
    expect(response.body.results).toMatchObject([{ outcome: 'done' }]);
  };

  it('keeps to what people dismissed, although the base has it no more', async () => {
    await start();
    await scan([MEDIUM], { ref: 'main' });
    await dismiss('log');
    await scan([MEDIUM], { ref: 'fix' });
    await scan([], { ref: 'main' });
    const asked = { ref: 'fix', policy: 'strict' };
    expect(await verdict(asked)).toMatchObject({
      verdict: 'pass',
      counts: { new: { medium: 0 }, accepted: 1 },
    });
    await database('findings').update({ severity: 1 });
    expect(await verdict(asked)).toMatchObject({
      verdict: 'block',
      counts: { new: { high: 1 }, accepted: 0 },
    });
  });

  it('counts the same as the list of findings has on the branch', async () => {
    await start();
    const waived = { ...NEW, rule: 'csrf', path: 'src/d.ts' };
    const dismissed = { ...MEDIUM, rule: 'hash', path: 'src/e.ts' };
    await scan([dismissed], { ref: 'main' });
    await dismiss('hash');
    await scan([], { ref: 'main' });
    await scan([NEW, { ...MEDIUM, suppressed: true }, waived, dismissed], {
      ref: 'fix',
    });
    const { items } = await listed({ ref: 'fix' });
    await database('findings')
      .where({ id: items.find(item => item.ruleId === 'csrf')?.id })
      .update({ waiver_id: 'w1', waived_until: Date.now() + 1000 });
    const { counts } = await verdict({ ref: 'fix' });
    expect(counts).toMatchObject({ new: { high: 1, medium: 0 }, accepted: 3 });
    const statuses: Record<string, string[]> = {
      open: ['xss'],
      dismissed: ['hash', 'log'],
      risk_accepted: ['csrf'],
      resolved: [],
    };
    for (const [status, rules] of Object.entries(statuses)) {
      const page = await listed({ ref: 'fix', status });
      expect(page.items.map(item => item.ruleId).sort()).toEqual(rules);
      expect(page.totalItems).toBe(rules.length);
    }
    const all = await listed({ ref: 'fix', status: 'all' });
    expect(
      all.items.map(item => `${item.ruleId} ${item.status}`).sort(),
    ).toEqual([
      'csrf risk_accepted',
      'hash dismissed',
      'log dismissed',
      'xss open',
    ]);
    const facets = await ingestion.get('/findings/facets', {
      entityRef: ENTITY_REF,
      ref: 'fix',
    });
    expect(facets.body.status).toMatchObject({
      open: 1,
      dismissed: 2,
      risk_accepted: 1,
    });
  });

  it('warns of critical findings past their due date', async () => {
    await start();
    const critical = { ...OLD, severity: '9.5' };
    await scan([critical], { ref: 'main', startedAt: daysAgo(8) });
    await scan([critical], { ref: 'main', commit: 'aaaa' });
    await scan([critical], { ref: 'fix' });
    const overdue = {
      verdict: 'warn',
      reasons: [{ kind: 'overdue', severity: 'critical', ruleId: 'sqli' }],
      counts: { new: { critical: 0 }, overdue: { critical: 1 } },
    };
    expect(await verdict({ ref: 'fix' })).toMatchObject(overdue);
    expect(await verdict({})).toMatchObject(overdue);
    expect(await verdict({ ref: 'main', base: 'fix' })).toMatchObject(overdue);
  });

  it('compares with another base than the default one', async () => {
    await start();
    await scan([], { ref: 'v1' });
    await scan([NEW], { ref: 'main' });
    expect(await verdict({ ref: 'main' })).toMatchObject({ verdict: 'pass' });
    expect(await verdict({ ref: 'main', base: 'v1' })).toMatchObject({
      verdict: 'block',
      base: 'v1',
    });
  });

  it('tells a token nothing by comparing with what was never scanned', async () => {
    await start();
    await scan([OLD], { ref: 'main' });
    const asked = { ref: 'main', base: 'nope' };
    const refused = await ask(asked);
    expect(refused.status).toBe(422);
    expect(refused.body.error.details).toEqual({ path: 'body.base' });
    expect(JSON.stringify(refused.body)).not.toContain('sqli');
    expect((await ask(asked, USER)).body).toMatchObject({ verdict: 'block' });
    await scan([OLD], { ref: 'refs/tags/nope' });
    expect(await verdict({ ref: 'main', base: 'nope' })).toMatchObject({
      verdict: 'pass',
    });
  });

  it('says what to do when nothing is known', async () => {
    await start();
    expect(await verdict({ ref: 'fix' })).toMatchObject({
      verdict: 'warn',
      reasons: [
        {
          kind: 'unknown',
          message: expect.stringContaining('synchrony upload FILE'),
        },
      ],
    });
  });

  it('equals the difference of sets, whatever the tools send', async () => {
    await start();
    const random = numbers(20_261_124 + id.length);
    const pick = () =>
      Array.from({ length: 12 }, (_, index) => ({
        rule: `rule-${index}`,
        path: `src/${index}.ts`,
        line: 1 + index,
        snippet: `code(${index})`,
      })).filter(() => random.next().value % 2 === 0);
    for (let round = 0; round < 4; round += 1) {
      const on = { main: new Set<string>(), fix: new Set<string>() };
      for (const ref of ['main', 'fix'] as const) {
        for (const category of ['api', 'web']) {
          const results = pick();
          await scan(results, { ref }, { category });
          results.forEach(({ rule }) => on[ref].add(rule));
        }
      }
      const { counts, reasons } = await verdict({ ref: 'fix' });
      expect(
        reasons
          .filter(({ kind }) => kind === 'new')
          .map(({ ruleId }) => ruleId)
          .sort(),
      ).toEqual([...on.fix].filter(rule => !on.main.has(rule)).sort());
      expect(counts.fixed).toBe(
        [...on.main].filter(rule => !on.fix.has(rule)).length,
      );
    }
  });

  it('answers who may ask, about what exists', async () => {
    await start();
    const unknown = { entityRef: 'component:default/none' };
    expect((await ask(unknown)).status).toBe(404);
    const elsewhere = await ask({ entityRef: 'component:other/x' });
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.body.error.message).toContain('component:default/*');
    expect((await ask({}, serviceHeader('stranger'))).status).toBe(403);
    expect((await ask({}, mockCredentials.none.header())).status).toBe(401);
    expect((await ask({}, USER)).status).toBe(200);
    expect((await ask(unknown, USER)).status).toBe(404);
    const foreign = { entityRef: 'component:default/ledger' };
    expect((await ask(foreign, USER)).status).toBe(403);
    expect((await ask(foreign)).status).toBe(200);
  });

  it('needs the permission to send reports', async () => {
    await start({ permissions: { result: AuthorizeResult.DENY } });
    expect((await ask({})).status).toBe(403);
  });

  it('explains what is wrong with a question', async () => {
    await start();
    for (const [body, path] of [
      [{ entityRef: 'payments' }, 'body.entityRef'],
      [{ commit: 'HEAD' }, 'body.commit'],
      [{ policy: 'lax' }, 'body.policy'],
      [{ branch: 'x' }, 'body.branch'],
    ] as [object, string][]) {
      const response = await ask(body);
      expect(response.status).toBe(400);
      expect(response.body.error.details).toEqual({ path });
    }
  });
});
