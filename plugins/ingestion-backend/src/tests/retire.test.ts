import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  EntityScope,
  EntityScopesPage,
  Finding,
} from '@synchrony/backstage-plugin-ingestion-common';
import { auditorDouble } from './__testUtils__/auditorDouble';
import { SampleResult, sarif } from './__testUtils__/sarif';
import {
  component,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ANN = 'user:default/ann';
const SCOPES = '/entities/default/component/payments-api/scopes';

jest.setTimeout(60_000);

const SHARED = { rule: 'sqli', path: 'src/a.ts', line: 3, snippet: 'query(x)' };
const OLD: SampleResult = {
  rule: 'xss',
  path: 'src/b.ts',
  line: 7,
  snippet: 'html(x)',
};

describe.each(databases.eachSupportedId())('retiring a scan, %s', id => {
  const { events, factory } = auditorDouble();
  let ingestion: TestIngestion;

  beforeEach(async () => {
    ingestion = await startIngestion(await databases.init(id), {
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
      ],
      services: [factory],
    });
    await ingestion.submit(sarif([SHARED, OLD]), { category: 'legacy' });
    await ingestion.submit(sarif([SHARED]), { category: 'web' });
  });
  afterEach(async () => {
    await ingestion.stop();
  });

  const scopes = async (query: Record<string, string> = {}) =>
    (await ingestion.get(SCOPES, query)).body as EntityScopesPage;
  const idOf = async (category: string) => {
    const { items } = await scopes();
    return items.find(scope => scope.category === category)?.id ?? '';
  };
  const retire = (
    scope: string,
    body: object = { reason: 'the pipeline was split' },
    path = SCOPES,
  ) =>
    ingestion.api
      .post(`/api/ingestion${path}/${scope}/retire`)
      .set('authorization', mockCredentials.user.header(ANN))
      .send(body);
  const findings = async (status: string) =>
    (await ingestion.get('/findings', { status })).body.items as Finding[];
  const facts = async () =>
    (await ingestion.get('/scorecard-facts')).body.items.at(-1).facts;

  it('lists scans, the longest silent first, and pages through them', async () => {
    const page = await scopes();
    expect(page).toMatchObject({ totalItems: 2, mayRetire: false });
    expect(page.items).toMatchObject([
      { tool: 'CodeQL', category: 'legacy', counts: true, findings: 2 },
      { tool: 'CodeQL', category: 'web', counts: true, findings: 1 },
    ]);
    const first = await scopes({ limit: '1' });
    const cursor = first.pageInfo.nextCursor ?? '';
    const second = await scopes({ limit: '1', cursor });
    const seen = [...first.items, ...second.items];
    expect(seen.map(({ category }: EntityScope) => category)).toEqual([
      'legacy',
      'web',
    ]);
    expect(second.pageInfo.nextCursor).toBeUndefined();
  });

  it('resolves what nobody else sees, and says by whom and why', async () => {
    const answer = await retire(await idOf('legacy'));
    expect(answer.body).toMatchObject({
      resolved: 1,
      scope: {
        findings: 0,
        retired: { by: ANN, reason: 'the pipeline was split' },
      },
    });
    expect(events.at(-1)).toMatchObject({
      eventId: 'scope-retire',
      status: 'succeeded',
      meta: { resolved: 1 },
    });
    expect(await findings('open')).toMatchObject([{ ruleId: 'sqli' }]);
    const [gone] = await findings('resolved');
    const { body } = await ingestion.get(`/findings/${gone.id}`);
    expect(body.history.at(-1)).toMatchObject({
      kind: 'resolved',
      actor: ANN,
      note: `its scan was retired by ${ANN} because the pipeline was split`,
    });
    expect((await scopes()).items).toHaveLength(1);
    expect((await scopes({ retired: 'true' })).items).toHaveLength(1);
    const published = await facts();
    expect(published.open.sast.high).toBe(1);
    expect(published.coverage.sast.state).toBe('active');
    expect(published.remediation).toEqual({ closed: 0, closedInTime: 0 });
    const flow = await ingestion.get(
      '/entities/default/component/payments-api/flow',
    );
    expect(flow.body.total).toMatchObject({ closed: 1, closedInTime: 0 });
  });

  it('makes the control unknown when its last scan is retired', async () => {
    await retire(await idOf('legacy'));
    await retire(await idOf('web'));
    expect(await findings('open')).toEqual([]);
    const published = await facts();
    expect(published.open.sast.high).toBe(0);
    expect(published.coverage.sast.state).toBe('missing');
  });

  it('is undone by the next report', async () => {
    const scope = await idOf('legacy');
    await retire(scope);
    const again = await ingestion.submit(sarif([SHARED, OLD]), {
      category: 'legacy',
      commit: 'abcd1234',
    });
    expect(again.counts).toMatchObject({ reopened: 1, new: 0 });
    expect(await findings('open')).toHaveLength(2);
    expect((await scopes()).items).toHaveLength(2);
    await ingestion.submit(sarif([SHARED]), { category: 'legacy' });
    expect((await facts()).remediation.closed).toBe(1);
  });

  it('refuses whom it is not for, and what makes no sense', async () => {
    const scope = await idOf('legacy');
    for (const body of [
      {},
      { reason: ' ' },
      { reason: 'x'.repeat(301) },
      { reason: 'a\nb' },
    ]) {
      const refused = await retire(scope, body);
      expect(refused.status).toBe(400);
      expect(refused.body.error.details.path).toBe('body.reason');
    }
    const ledger = '/entities/default/component/ledger/scopes';
    await ingestion.submit(sarif([OLD]), {
      entityRef: 'component:default/ledger',
    });
    const foreign = (await ingestion.get(ledger)).body.items[0].id;
    expect((await retire(foreign, undefined, ledger)).status).toBe(404);
    expect((await retire(foreign)).status).toBe(404);
    expect((await retire('x')).status).toBe(404);
    const list = await ingestion.api
      .get(`/api/ingestion${ledger}`)
      .set('authorization', mockCredentials.user.header(ANN));
    expect(list.status).toBe(403);
    const machine = await ingestion.api
      .post(`/api/ingestion${SCOPES}/${scope}/retire`)
      .set('authorization', mockCredentials.service.header())
      .send({ reason: 'no' });
    expect(machine.status).toBe(403);
    expect((await retire(scope)).status).toBe(200);
    expect((await retire(scope)).status).toBe(422);
    expect((await scopes()).totalItems).toBe(1);
  });
});
