import { gzipSync } from 'node:zlib';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  ENTITY_REF,
  serviceHeader,
  startIngestion,
  StartOptions,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const REPORT = sarif([{ rule: 'sqli', path: 'src/a.ts', line: 3 }]);

const running: TestIngestion[] = [];

async function start(
  id = databases.eachSupportedId()[0][0],
  options: StartOptions = {},
): Promise<TestIngestion> {
  const ingestion = await startIngestion(await databases.init(id), options);
  running.push(ingestion);
  return ingestion;
}

afterEach(async () => {
  for (const ingestion of running.splice(0)) {
    await ingestion.stop();
  }
});

describe.each(databases.eachSupportedId())('idempotency, %s', id => {
  it('answers the first receipt for the same key and report', async () => {
    const { send } = await start(id);
    const key = { 'idempotency-key': 'build-1' };
    const first = await send(REPORT, {}, key);
    const second = await send(REPORT, {}, key);
    expect(second.status).toBe(202);
    expect(second.body.reportId).toBe(first.body.reportId);
    const other = await send(`${REPORT} `, {}, key);
    expect(other.status).toBe(409);
    expect(other.body.error.name).toBe('ConflictError');
  });

  it('answers the first receipt for an identical request', async () => {
    const { receipt, send } = await start(id);
    const [first, second] = await Promise.all([
      send(REPORT, { ref: 'main' }),
      send(REPORT, { ref: 'main' }),
    ]);
    expect(second.body.reportId).toBe(first.body.reportId);
    await receipt(first.body.reportId);
    const third = await send(REPORT, { ref: 'main' });
    expect(third.body.reportId).toBe(first.body.reportId);
    const other = await send(REPORT, { ref: 'other' });
    expect(other.body.reportId).not.toBe(first.body.reportId);
  });

  it('keeps a body of several pieces as it came', async () => {
    const { receipt, send } = await start(id);
    const results = Array.from({ length: 4000 }, (_, index) => ({
      rule: `rule-${index % 40}`,
      path: `src/${index}.ts`,
      line: index,
      text: 'x'.repeat(600),
    }));
    const response = await send(
      gzipSync(sarif(results)),
      {},
      {
        'content-encoding': 'gzip',
      },
    );
    expect(response.status).toBe(202);
    const processed = await receipt(response.body.reportId);
    expect(processed.sizeBytes).toBeGreaterThan(2 * 1024 * 1024);
    expect(processed).toMatchObject({
      status: 'processed',
      counts: { reported: 4000, new: 4000 },
    });
  });
});

describe('bad requests', () => {
  it.each([
    [{ entityRef: 'payments-api' }, 'query.entityRef'],
    [{ complete: 'maybe' }, 'query.complete'],
    [{ startedAt: 'yesterday' }, 'query.startedAt'],
    [{ commit: 'HEAD' }, 'query.commit'],
    [{ colour: 'red' }, 'query.colour'],
    [{ tool: '' }, 'query.tool'],
    [{ tool: 'a\u0000b' }, 'query.tool'],
  ])('names the parameter of %p', async (query, path) => {
    const { send } = await start();
    const response = await send(REPORT, query);
    expect(response.status).toBe(400);
    expect(response.body.error).toMatchObject({
      name: 'InputError',
      message: expect.any(String),
      details: { path },
    });
  });

  it('refuses a scan of the future', async () => {
    const { send } = await start();
    const startedAt = new Date(Date.now() + 6 * 60_000).toISOString();
    const response = await send(REPORT, { startedAt });
    expect(response.status).toBe(422);
    expect(response.body.error.details).toEqual({ path: 'query.startedAt' });
  });

  it.each([
    ['', {}, 422],
    ['  \n', { format: 'sarif-2.1.0' }, 422],
    ['null', {}, 422],
    ['[]', {}, 422],
    ['{}', {}, 422],
  ])(
    'does not take silence for a clean scan: %p %p',
    async (body, query, status) => {
      const { send } = await start();
      expect((await send(body, query)).status).toBe(status);
    },
  );

  it('takes silence for a clean scan when the submitter says so', async () => {
    const { submit, summary } = await start();
    await submit(REPORT, { tool: 'ZAP' });
    const receipt = await submit('', {
      format: 'zap-json',
      emptyMeansClean: 'true',
      tool: 'ZAP',
    });
    expect(receipt).toMatchObject({
      status: 'processed',
      counts: { reported: 0, resolved: 1 },
    });
    const { coverage } = await summary();
    expect(coverage.find(row => row.controlType === 'dast')?.state).toBe(
      'active',
    );
  });

  it('limits the size, also of what gzip makes large', async () => {
    const { send } = await start(undefined, {
      config: { maxReportBytes: 100_000 },
    });
    const plain = await send('x'.repeat(100_001));
    expect(plain.status).toBe(413);
    expect(plain.body.error.name).toBe('PayloadTooLargeError');
    const bomb = await send(
      gzipSync(Buffer.alloc(50_000_000)),
      {},
      {
        'content-encoding': 'gzip',
      },
    );
    expect(bomb.status).toBe(413);
    const broken = await send('no gzip', {}, { 'content-encoding': 'gzip' });
    expect(broken.status).toBe(400);
    const unknown = await send('x', {}, { 'content-encoding': 'br' });
    expect(unknown.status).toBe(415);
  });

  it('stores nothing but the receipt of what it cannot read', async () => {
    const { get, submit } = await start();
    for (const body of ['not a report', '<xml/>', '{"runs":', '{"a":1}']) {
      expect(await submit(body)).toMatchObject({
        status: 'rejected',
        applied: false,
        error: { name: 'ReportError', message: expect.any(String) },
      });
    }
    const findings = await get('/findings', { status: 'all' });
    expect(findings.body.totalItems).toBe(0);
  });
});

describe('who may send', () => {
  const user = mockCredentials.user.header();

  it('refuses who is not signed in', async () => {
    const { send } = await start();
    const response = await send(
      REPORT,
      {},
      {
        authorization: mockCredentials.none.header(),
      },
    );
    expect(response.status).toBe(401);
  });

  it('refuses a token that is bound to nothing or to something else', async () => {
    const { send } = await start(undefined, {
      config: {
        submitters: [
          { subject: 'ci', entities: ['component:default/other-*'] },
        ],
      },
    });
    const other = await send(REPORT);
    expect(other.status).toBe(403);
    expect(other.body.error.message).toContain('component:default/other-*');
    const unbound = await send(
      REPORT,
      {},
      {
        authorization: serviceHeader('stranger'),
      },
    );
    expect(unbound.status).toBe(403);
  });

  it('tells a stranger nothing about what exists', async () => {
    const { send } = await start();
    const headers = { authorization: serviceHeader('stranger') };
    for (const entityRef of [ENTITY_REF, 'component:default/none']) {
      expect((await send(REPORT, { entityRef }, headers)).status).toBe(403);
    }
  });

  it('refuses who has no permission', async () => {
    const { send } = await start(undefined, {
      permissions: { result: AuthorizeResult.DENY },
    });
    expect((await send(REPORT)).status).toBe(403);
  });

  it('lets people send for what they own, and for nothing else', async () => {
    const { api, send } = await start(undefined, {
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
      ],
    });
    const own = await send(REPORT, {}, { authorization: user });
    expect(own.status).toBe(202);
    const foreign = await send(
      REPORT,
      { entityRef: 'component:default/ledger' },
      { authorization: user },
    );
    expect(foreign.status).toBe(403);
    const receipt = await api
      .get(`/api/ingestion/reports/${own.body.reportId}`)
      .query({ wait: '30' })
      .set('authorization', user);
    expect(receipt.body).toMatchObject({
      status: 'processed',
      submitter: 'user:default/mock',
    });
  });
});
