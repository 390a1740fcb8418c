import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Finding, Page } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  ENTITY_REF,
  serviceHeader,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const LEDGER = 'component:default/ledger';

const SEVERITIES = ['9.5', '8.0', '5.0', '2.0'];

/** Findings of all severities. */
function many(count: number) {
  return sarif(
    Array.from({ length: count }, (_, index) => ({
      rule: `rule-${index % 8}`,
      path: `src/${index}.ts`,
      line: index + 1,
      snippet: `call(${index})`,
      severity: SEVERITIES[(index % 8) % 4],
    })),
  );
}

describe.each(databases.eachSupportedId())('lists of findings, %s', id => {
  let database: Knex;
  let ingestion: TestIngestion;

  beforeAll(async () => {
    database = await databases.init(id);
    ingestion = await startIngestion(database, {
      entities: [component('payments-api'), component('ledger')],
    });
    await ingestion.submit(many(25));
    await ingestion.submit(
      sarif([{ rule: 'sqli', path: 'src/x.ts', line: 1, snippet: 'query()' }]),
      { entityRef: LEDGER },
    );
    await ingestion.submit(sarif([], { tool: 'CodeQL' }), {
      entityRef: LEDGER,
      commit: 'abcd1234',
    });
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  const list = async (query: Record<string, string>) => {
    const response = await ingestion.get('/findings', query);
    expect(response.body.error).toBeUndefined();
    return response.body as Page<Finding>;
  };

  it.each(['suggested', 'severity', 'firstSeenAt', 'dueAt'])(
    'pages forwards and backwards by %s',
    async orderBy => {
      const whole = await list({ orderBy, status: 'all', limit: '100' });
      expect(whole.items).toHaveLength(26);
      expect(whole.pageInfo).toEqual({});
      const seen: string[] = [];
      let page = await list({ orderBy, status: 'all', limit: '7' });
      for (;;) {
        seen.push(...page.items.map(item => item.id));
        expect(page.totalItems).toBe(26);
        const { nextCursor } = page.pageInfo;
        if (!nextCursor) {
          break;
        }
        page = await list({
          orderBy,
          status: 'all',
          limit: '7',
          cursor: nextCursor,
        });
      }
      expect(seen).toEqual(whole.items.map(item => item.id));
      const back = await list({
        orderBy,
        status: 'all',
        limit: '7',
        cursor: page.pageInfo.prevCursor ?? '',
      });
      expect(back.items.map(item => item.id)).toEqual(seen.slice(14, 21));
    },
  );

  it('filters', async () => {
    expect((await list({ severity: 'critical,high' })).totalItems).toBe(13);
    expect((await list({ status: 'resolved' })).items).toMatchObject([
      { ruleId: 'sqli', status: 'resolved', tools: [] },
    ]);
    expect((await list({ entityRef: LEDGER })).totalItems).toBe(0);
    expect((await list({ type: 'sca' })).totalItems).toBe(0);
    expect((await list({ tool: 'CodeQL' })).totalItems).toBe(25);
    expect((await list({ tool: 'Semgrep' })).totalItems).toBe(0);
    expect((await list({ q: 'RULE-1' })).totalItems).toBe(3);
    expect((await list({ q: 'src/3' })).totalItems).toBe(0);
    expect(
      (await list({ q: 'src/3.', entityRef: ENTITY_REF })).totalItems,
    ).toBe(1);
    expect((await list({ q: '100%_', entityRef: ENTITY_REF })).totalItems).toBe(
      0,
    );
  });

  it('begins with the worst', async () => {
    const { items } = await list({});
    expect(items[0].severity).toBe('critical');
    expect(items.at(-1)?.severity).toBe('low');
  });

  it('refuses what it does not know', async () => {
    for (const query of [
      { limit: '1001' },
      { limit: 'x' },
      { severity: 'terrible' },
      { orderBy: 'title' },
      { cursor: 'nonsense' },
      { q: 'a\u0000b' },
    ] as Record<string, string>[]) {
      const response = await ingestion.get('/findings', query);
      expect(response.status).toBe(400);
      const [name] = Object.keys(query);
      expect(response.body.error.details).toEqual({ path: `query.${name}` });
    }
    const first = await list({ limit: '5' });
    const foreign = await ingestion.get('/findings', {
      limit: '5',
      severity: 'high',
      cursor: first.pageInfo.nextCursor ?? '',
    });
    expect(foreign.status).toBe(400);
  });

  it('gives cursors that say nothing, and that no other list takes', async () => {
    const findings = await list({ limit: '1' });
    const cursor = findings.pageInfo.nextCursor ?? '';
    const text = Buffer.from(cursor, 'base64url').toString('latin1');
    expect(text).not.toContain(findings.items[0].id);
    const reports = await ingestion.get('/reports', { limit: '1', cursor });
    expect(reports.status).toBe(400);
  });

  it('leaves out however many entities that left the catalog', async () => {
    const vanished = Array.from({ length: 4000 }, (_, index) => ({
      entity_ref: `component:default/gone-${index}`,
      version: 1,
      default_ref: 'main',
      sla_class: '',
      due_offsets: '',
      observed_at: 0,
      vanished: true,
    }));
    const query = { orderBy: 'dueAt', status: 'all' };
    await database.batchInsert('entity_states', vanished, 500);
    expect((await list(query)).totalItems).toBe(26);
    await database('entity_states')
      .where({ entity_ref: LEDGER })
      .update({ vanished: true });
    expect((await list(query)).totalItems).toBe(25);
    await database('entity_states').where({ observed_at: 0 }).delete();
    expect((await list(query)).totalItems).toBe(25);
    const own = await list({ ...query, entityRef: LEDGER });
    expect(own.totalItems).toBe(0);
    await database('entity_states')
      .where({ entity_ref: LEDGER })
      .update({ vanished: false });
  });

  it('has nothing under strange names', async () => {
    for (const path of [
      '/findings/%00',
      '/findings/a%27b',
      '/reports/%00',
      '/entities/default/component/%00/summary',
    ]) {
      expect((await ingestion.get(path)).status).toBe(404);
    }
  });

  it('lists receipts, newest first', async () => {
    const first = await ingestion.get('/reports', { limit: '2' });
    expect(first.body).toMatchObject({ totalItems: 3 });
    expect(first.body.items).toHaveLength(2);
    const second = await ingestion.get('/reports', {
      limit: '2',
      cursor: first.body.pageInfo.nextCursor,
    });
    expect(second.body.items).toMatchObject([{ entityRef: ENTITY_REF }]);
    const ledger = await ingestion.get('/reports', { entityRef: LEDGER });
    expect(ledger.body.totalItems).toBe(2);
  });
});

describe('who may read', () => {
  const user = mockCredentials.user.header();
  let ingestion: TestIngestion;

  afterEach(async () => {
    await ingestion.stop();
  });

  async function read(path: string, authorization: string) {
    return ingestion.api
      .get(`/api/ingestion${path}`)
      .set('authorization', authorization);
  }

  async function start(permissions?: AuthorizeResult.DENY) {
    const [[id]] = databases.eachSupportedId();
    ingestion = await startIngestion(await databases.init(id), {
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
      ],
      ...(permissions && { permissions: { result: permissions } }),
    });
  }

  it('shows people without a policy only what they own', async () => {
    await start();
    const own = await ingestion.submit(many(2));
    const foreign = await ingestion.submit(many(3), { entityRef: LEDGER });
    const list = await read('/findings', user);
    expect(list.body.totalItems).toBe(2);
    const all = await read('/findings', serviceHeader('plugin:scorecards'));
    expect(all.body.totalItems).toBe(5);
    for (const { entityRef, id } of all.body.items as Finding[]) {
      const response = await read(`/findings/${id}`, user);
      expect(response.status).toBe(entityRef === LEDGER ? 404 : 200);
    }
    const unknown = await read('/findings/AAAAAAAAAAAAAAAA', user);
    expect(unknown.status).toBe(404);
    expect((await read(`/reports/${own.reportId}`, user)).status).toBe(200);
    expect((await read(`/reports/${foreign.reportId}`, user)).status).toBe(404);
    expect((await read('/reports', user)).body.totalItems).toBe(1);
    const summary = (name: string) =>
      read(`/entities/default/component/${name}/summary`, user);
    expect((await summary('payments-api')).status).toBe(200);
    expect((await summary('ledger')).status).toBe(403);
    expect((await summary('none')).status).toBe(404);
  });

  it('shows nothing to who is not signed in', async () => {
    await start();
    const none = mockCredentials.none.header();
    for (const path of ['/findings', '/reports', '/findings/x']) {
      expect((await read(path, none)).status).toBe(401);
    }
  });

  it('shows nothing of findings to who has no permission', async () => {
    await start(AuthorizeResult.DENY);
    const service = serviceHeader('stranger');
    expect((await read('/findings', service)).body).toMatchObject({
      items: [],
      totalItems: 0,
    });
    expect((await read('/reports', service)).body.totalItems).toBe(0);
    expect(
      (await read('/entities/default/component/ledger/summary', service))
        .status,
    ).toBe(403);
  });
});
