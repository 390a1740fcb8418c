import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  CI,
  component,
  ENTITY_REF,
  serviceHeader,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { until } from './__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const at = (day: number, time = '10:00:00') =>
  `2025-03-${String(day).padStart(2, '0')}T${time}.000Z`;

const DEPLOYMENT = {
  entityRef: ENTITY_REF,
  environment: 'production',
  deploymentId: 'd1',
  commit: 'abcd1234',
  version: '1.4.0',
  startedAt: at(1, '09:55:00'),
  finishedAt: at(1),
  outcome: 'succeeded',
};

const RUN = {
  entityRef: ENTITY_REF,
  pipeline: 'ci',
  runId: 'r1',
  ref: 'main',
  commit: 'abcd1234',
  commitTime: at(1, '08:00:00'),
  startedAt: at(1, '09:00:00'),
  finishedAt: at(1, '09:10:00'),
  outcome: 'succeeded',
  url: 'https://ci.example/r1',
};

const KINDS = [
  ['/deployments', DEPLOYMENT, 'deploymentId'],
  ['/pipeline-runs', RUN, 'runId'],
] as const;

describe.each(databases.eachSupportedId())('deliveries, %s', id => {
  let database: Knex;
  let ingestion: TestIngestion;
  const send = (
    path: string,
    body: object | undefined,
    authorization: string = CI,
  ) =>
    ingestion.api
      .post(`/api/ingestion${path}`)
      .set('authorization', authorization)
      .send(body);
  const facts = async (entityRef = ENTITY_REF) => {
    const { body } = await ingestion.get('/scorecard-facts');
    return body.items.find(
      (item: { entityRef: string }) => item.entityRef === entityRef,
    )?.facts.delivery;
  };

  beforeAll(async () => {
    database = await databases.init(id);
    ingestion = await startIngestion(database, {
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
      ],
    });
    await until(async () => {
      const known = await database('synchrony_entities').pluck('entity_ref');
      return known.length === 2;
    });
  });
  afterEach(async () => {
    for (const table of ['deployments', 'pipeline_runs', 'delivery_states']) {
      await database(table).delete();
    }
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  it.each(KINDS)('%s: come back as they were sent', async (path, one) => {
    const sent = await send(path, one);
    expect([sent.status, sent.body]).toEqual([
      200,
      { items: [{ applied: true }] },
    ]);
    const { body } = await ingestion.get(path, { entityRef: ENTITY_REF });
    expect(body).toEqual({
      items: [
        {
          ...one,
          updatedAt: one.finishedAt,
          receivedAt: expect.any(String),
          submitter: 'ci',
        },
      ],
      totalItems: 1,
      pageInfo: {},
    });
  });

  it.each(KINDS)(
    '%s: the later state counts, and every state is kept once',
    async (path, one) => {
      const later = { ...one, outcome: 'failed', updatedAt: at(3) };
      const middle = { ...one, updatedAt: at(2) };
      const answers = [];
      for (const state of [one, later, middle, later]) {
        answers.push((await send(path, state)).body.items[0]);
      }
      expect(answers).toEqual([
        { applied: true },
        { applied: true },
        { applied: false, reason: 'older' },
        { applied: true },
      ]);
      const { body } = await ingestion.get(path);
      expect(body.items).toMatchObject([
        { outcome: 'failed', updatedAt: at(3) },
      ]);
      expect(await database('delivery_states')).toHaveLength(3);
    },
  );

  it.each(KINDS)('%s: many are taken, all or none', async (path, one, key) => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      ...one,
      [key]: `many-${index}`,
    }));
    many.push({ ...many[0], outcome: 'failed' });
    const tooMany = await send(path, many);
    expect(tooMany.status).toBe(400);
    const bad = await send(path, [one, { ...one, finishedAt: 'noon' }]);
    expect(bad.status).toBe(400);
    expect(bad.body.error.details).toEqual({ path: 'body.1.finishedAt' });
    expect((await ingestion.get(path)).body.totalItems).toBe(0);
    expect((await send(path, many.slice(1))).status).toBe(200);
    expect((await ingestion.get(path)).body.totalItems).toBe(1000);
  });

  it.each(KINDS)('%s: are paged both ways', async (path, one, key) => {
    const many = Array.from({ length: 5 }, (_, index) => ({
      ...one,
      [key]: `p${index}`,
      finishedAt: at(2 + Math.floor(index / 2)),
    }));
    await send(path, many);
    const all = (await ingestion.get(path)).body.items;
    const page = (cursor?: string) =>
      ingestion.get(path, { limit: '2', ...(cursor && { cursor }) });
    const first = (await page()).body;
    const second = (await page(first.pageInfo.nextCursor)).body;
    const third = (await page(second.pageInfo.nextCursor)).body;
    expect([...first.items, ...second.items, ...third.items]).toEqual(all);
    expect(third.pageInfo.nextCursor).toBeUndefined();
    expect((await page(third.pageInfo.prevCursor)).body.items).toEqual(
      second.items,
    );
    const { body } = await ingestion.get(path, { since: at(4) });
    expect(body.items).toHaveLength(1);
    const other = await ingestion.get(path, {
      since: at(4),
      cursor: first.pageInfo.nextCursor,
    });
    expect(other.status).toBe(400);
  });

  it('need a token that is bound to the entity, before it exists', async () => {
    for (const [path, one] of KINDS) {
      expect(
        (await send(path, one, mockCredentials.none.header())).status,
      ).toBe(401);
      expect((await send(path, one, serviceHeader('other'))).status).toBe(403);
      const elsewhere = { ...one, entityRef: 'component:other/gone' };
      expect((await send(path, elsewhere)).status).toBe(403);
      const gone = await send(path, [
        one,
        { ...one, entityRef: 'component:default/gone' },
      ]);
      expect(gone.status).toBe(422);
      expect(gone.body.error.details).toEqual({ path: 'body.1.entityRef' });
      expect((await ingestion.get(path)).body.items).toEqual([]);
    }
  });

  it('are taken from upload tokens, for their entity only', async () => {
    const minted = await ingestion.api
      .post('/api/ingestion/upload-tokens')
      .set('authorization', mockCredentials.user.header())
      .send({ name: 'CI', entityRefs: [ENTITY_REF] });
    const bearer = `Bearer ${minted.body.token}`;
    expect((await send('/deployments', DEPLOYMENT, bearer)).status).toBe(200);
    const other = { ...DEPLOYMENT, entityRef: 'component:default/ledger' };
    expect((await send('/deployments', other, bearer)).status).toBe(403);
  });

  it('are shown to people as receipts are', async () => {
    for (const [path, one] of KINDS) {
      await send(path, [
        one,
        { ...one, entityRef: 'component:default/ledger' },
      ]);
      const { body } = await ingestion.api
        .get(`/api/ingestion${path}`)
        .set('authorization', mockCredentials.user.header());
      expect(
        body.items.map((item: { entityRef: string }) => item.entityRef),
      ).toEqual([ENTITY_REF]);
      expect(body.totalItems).toBe(1);
    }
  });

  it.each([
    ['/deployments', { outcome: 'maybe' }, 'outcome'],
    ['/deployments', { environment: '' }, 'environment'],
    ['/deployments', { url: 'ftp://files.example.com/log' }, 'url'],
    ['/deployments', { artifactDigest: 'latest' }, 'artifactDigest'],
    ['/deployments', { recovers: 'd1' }, 'recovers'],
    ['/deployments', { startedAt: at(9) }, 'finishedAt'],
    ['/deployments', { colour: 'red' }, 'colour'],
    ['/deployments', { commit: 'HEAD' }, 'commit'],
    ['/pipeline-runs', { url: undefined }, 'url'],
    ['/pipeline-runs', { gate: { policy: 'default' } }, 'gate.verdict'],
    ['/pipeline-runs', { steps: [{ name: 'x' }] }, 'steps.0.outcome'],
  ])('%s: the error of %p names the field', async (path, change, field) => {
    const one = path === '/deployments' ? DEPLOYMENT : RUN;
    const response = await send(path, { ...one, ...change });
    expect(response.status).toBe(400);
    expect(response.body.error.details).toEqual({ path: `body.${field}` });
  });

  it('do not come from the future', async () => {
    const finishedAt = new Date(Date.now() + 6 * 60_000).toISOString();
    const response = await send('/deployments', { ...DEPLOYMENT, finishedAt });
    expect(response.status).toBe(422);
    expect(response.body.error.details).toEqual({ path: 'body.finishedAt' });
  });

  it('are facts of the entity', async () => {
    const gate = { policy: 'default', verdict: 'block', obeyed: true };
    await send('/deployments', [
      DEPLOYMENT,
      {
        ...DEPLOYMENT,
        deploymentId: 'd2',
        version: '1.5.0',
        outcome: 'failed',
        finishedAt: at(4),
      },
      {
        ...DEPLOYMENT,
        environment: 'test',
        finishedAt: at(2),
        commit: undefined,
      },
    ]);
    await send('/pipeline-runs', [
      RUN,
      { ...RUN, runId: 'r2', finishedAt: at(5), gate },
      { ...RUN, runId: 'r3', finishedAt: at(6), ref: 'feature' },
    ]);
    expect(await facts()).toEqual({
      environments: {
        production: {
          lastDeploymentAt: at(4),
          lastOutcome: 'failed',
          lastReleaseAt: at(1),
          commit: 'abcd1234',
          version: '1.4.0',
          gateVerdict: 'block',
        },
        test: {
          lastDeploymentAt: at(2),
          lastOutcome: 'succeeded',
          lastReleaseAt: at(2),
          version: '1.4.0',
        },
      },
      pipeline: {
        lastRunAt: at(5),
        gateEnforced: true,
        gateObeyed: true,
        gatePolicy: 'default',
        gateVerdict: 'block',
      },
    });
  });
});
