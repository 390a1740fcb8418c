import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  EntityScope,
  EntityScopesPage,
  Finding,
} from '@synchrony/backstage-plugin-ingestion-common';
import { FactRow } from '@synchrony/backstage-plugin-scorecards-node';
import { auditorDouble } from './__testUtils__/auditorDouble';
import { SampleResult, sarif } from './__testUtils__/sarif';
import {
  component,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ANN = 'user:default/ann';
const FOREIGN = 'ledger';
const REASON = 'the pipeline was split';

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

  beforeAll(async () => {
    ingestion = await startIngestion(await databases.init(id), {
      entities: [
        ...['resolve', 'uncover', 'undo', 'refuse'].map(name =>
          component(name),
        ),
        component(FOREIGN, { owner: 'group:default/ledger' }),
      ],
      services: [factory],
    });
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  /** A component with a scan that comes no more, and with another one. */
  async function scanned(name: string) {
    const entityRef = `component:default/${name}`;
    const path = `/entities/default/component/${name}`;
    const submit = (category: string, results: SampleResult[]) =>
      ingestion.submit(sarif(results), { entityRef, category });
    await submit('legacy', [SHARED, OLD]);
    await submit('web', [SHARED]);
    const scopes = async (query: Record<string, string> = {}) =>
      (await ingestion.get(`${path}/scopes`, query)).body as EntityScopesPage;
    const { items } = await scopes();
    const [legacy, web] = items.map((scope: EntityScope) => scope.id);
    return {
      legacy,
      web,
      path,
      submit,
      scopes,
      retire: (scope: string, body: object = { reason: REASON }) =>
        ingestion.api
          .post(`/api/ingestion${path}/scopes/${scope}/retire`)
          .set('authorization', mockCredentials.user.header(ANN))
          .send(body),
      findings: async (status: string): Promise<Finding[]> =>
        (await ingestion.get('/findings', { entityRef, status })).body.items,
      facts: async () =>
        (await ingestion.get('/scorecard-facts')).body.items.findLast(
          (row: FactRow<unknown>) => row.entityRef === entityRef,
        ).facts,
    };
  }

  it('resolves what nobody else sees, and says by whom and why', async () => {
    const { facts, findings, legacy, path, retire, scopes } =
      await scanned('resolve');
    expect(await scopes()).toMatchObject({
      totalItems: 2,
      mayRetire: false,
      items: [
        { tool: 'CodeQL', category: 'legacy', counts: true, findings: 2 },
        { tool: 'CodeQL', category: 'web', counts: true, findings: 1 },
      ],
    });
    const first = await scopes({ limit: '1' });
    const cursor = first.pageInfo.nextCursor ?? '';
    const second = await scopes({ limit: '1', cursor });
    expect(second.items).toMatchObject([{ category: 'web' }]);
    expect(second.pageInfo.nextCursor).toBeUndefined();

    const answer = await retire(legacy);
    expect(answer.body).toMatchObject({
      resolved: 1,
      scope: { findings: 0, retired: { by: ANN, reason: REASON } },
    });
    expect(events.at(-1)).toMatchObject({
      eventId: 'scope-retire',
      status: 'succeeded',
      meta: { reason: REASON },
    });
    expect(await findings('open')).toMatchObject([{ ruleId: 'sqli' }]);
    const [gone] = await findings('resolved');
    const mended = { resolvedFrom: '2020-01-01' };
    const listed = await ingestion.get('/findings', mended);
    expect(listed.body.items).not.toContainEqual(
      expect.objectContaining({ id: gone.id }),
    );
    const { body } = await ingestion.get(`/findings/${gone.id}`);
    expect(body.history.at(-1)).toMatchObject({
      kind: 'resolved',
      actor: ANN,
      note: `its scan was retired by ${ANN} because ${REASON}`,
    });
    expect((await scopes()).items).toHaveLength(1);
    expect((await scopes({ retired: 'true' })).items).toHaveLength(1);
    const published = await facts();
    expect(published.open.sast.high).toBe(1);
    expect(published.coverage.sast.state).toBe('active');
    expect(published.remediation).toEqual({ closed: 0, closedInTime: 0 });
    const flow = await ingestion.get(`${path}/flow`);
    expect(flow.body.total).toMatchObject({ closed: 1, closedInTime: 0 });
  });

  it('makes the control unknown when its last scan is retired', async () => {
    const { facts, findings, legacy, retire, web } = await scanned('uncover');
    await retire(legacy);
    await retire(web);
    expect(await findings('open')).toEqual([]);
    const published = await facts();
    expect(published.open.sast.high).toBe(0);
    expect(published.coverage.sast.state).toBe('missing');
  });

  it('is undone by the next report', async () => {
    const { facts, findings, legacy, retire, scopes, submit } =
      await scanned('undo');
    await retire(legacy);
    const again = await submit('legacy', [OLD, SHARED]);
    expect(again.counts).toMatchObject({ reopened: 1, new: 0 });
    expect(await findings('open')).toHaveLength(2);
    expect((await scopes()).items).toHaveLength(2);
    await submit('legacy', [SHARED]);
    expect((await facts()).remediation.closed).toBe(1);
  });

  it('refuses whom it is not for, and what makes no sense', async () => {
    const { legacy, path, retire, scopes } = await scanned('refuse');
    for (const body of [
      {},
      { reason: ' ' },
      { reason: 'x'.repeat(301) },
      { reason: 'a\nb' },
    ]) {
      const refused = await retire(legacy, body);
      expect(refused.status).toBe(400);
      expect(refused.body.error.details.path).toBe('body.reason');
    }
    const foreign = await scanned(FOREIGN);
    expect((await foreign.retire(foreign.legacy)).status).toBe(404);
    expect((await retire(foreign.legacy)).status).toBe(404);
    expect((await retire('x')).status).toBe(404);
    const list = await ingestion.api
      .get(`/api/ingestion${foreign.path}/scopes`)
      .set('authorization', mockCredentials.user.header(ANN));
    expect(list.status).toBe(403);
    const machine = await ingestion.api
      .post(`/api/ingestion${path}/scopes/${legacy}/retire`)
      .set('authorization', mockCredentials.service.header())
      .send({ reason: 'no' });
    expect(machine.status).toBe(403);
    expect((await retire(legacy)).status).toBe(200);
    expect((await retire(legacy)).status).toBe(422);
    expect((await scopes()).totalItems).toBe(1);
  });
});
