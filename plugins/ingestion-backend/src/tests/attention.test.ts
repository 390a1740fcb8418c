import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Attention,
  AttentionSection,
  EntityAttention,
  EntityAttentions,
} from '@synchrony/backstage-plugin-ingestion-common';
import Ajv from 'ajv/dist/2020';
import { Knex } from 'knex';
import { openApi } from '../openapi';
import { SampleResult, sarif } from './__testUtils__/sarif';
import {
  CI,
  component,
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { until } from './__testUtils__/until';
import { kevOf, trivyOf } from './__testUtils__/vulnerabilities';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(openApi, 'openapi');

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const LEDGER = 'component:default/ledger';
const ANN = 'user:default/ann';
const BOB = 'user:default/bob';

const result = (rule: string, severity: string): SampleResult => ({
  rule,
  path: `src/${rule}.ts`,
  line: 1,
  severity,
});

function day(offset: number): string {
  return new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);
}

function complete<T>(section: AttentionSection<T>) {
  if (section.state !== 'complete') {
    throw new Error('The section is forbidden');
  }
  return section;
}

describe.each(databases.eachSupportedId())('attention, %s', id => {
  let database: Knex;
  let ingestion: TestIngestion;

  const start = async (options = {}) => {
    database = await databases.init(id);
    ingestion = await startIngestion(database, {
      entities: [
        component('payments-api', {
          annotations: { 'synchrony.io/criticality': 'tier-3' },
        }),
        component('ledger', { owner: 'group:default/other' }),
      ],
      config: { waivers: { roles: { champion: [BOB] } } },
      ...options,
    });
  };
  afterEach(() => ingestion.stop());

  async function post(path: string, body: object, who?: string) {
    const response = await ingestion.api
      .post(`/api/ingestion${path}`)
      .set('authorization', who ? mockCredentials.user.header(who) : CI)
      .send(body);
    const validate = ajv.compile({
      $ref: `openapi#/paths/${path.replaceAll('/', '~1')}/post/responses/${response.status}/content/application~1json/schema`,
    });
    validate(response.body);
    expect(validate.errors ?? []).toEqual([]);
    return response;
  }

  async function attention(
    who?: string,
    entityRefs = [ENTITY_REF, LEDGER],
  ): Promise<Attention> {
    const { body, status } = await post('/attention', { entityRefs }, who);
    expect(status).toBe(200);
    return body;
  }

  /** In numbers, sorted. */
  async function byEntity(who?: string): Promise<EntityAttention[]> {
    const { body, status } = await post(
      '/attention/entities',
      { entityRefs: [ENTITY_REF, LEDGER] },
      who,
    );
    expect(status).toBe(200);
    return (body as EntityAttentions).items.sort((a, b) =>
      a.entityRef < b.entityRef ? 1 : -1,
    );
  }

  it('names untouched critical findings, exploited ones first, and what is due', async () => {
    await start();
    await ingestion.submit(
      sarif([result('rce', '9.8'), result('sqli', '8.0')]),
    );
    await ingestion.submit(
      trivyOf([{ id: 'CVE-2026-1001', severity: 'CRITICAL' }]),
    );
    await ingestion.api
      .put('/api/ingestion/threat-intelligence/kev')
      .set('authorization', CI)
      .set('content-type', 'application/octet-stream')
      .send(kevOf({ 'CVE-2026-1001': '2026-11-03' }));
    await until(
      async () => (await ingestion.get('/threat-intelligence')).body.settled,
    );
    await database('findings')
      .where({ severity: 1 })
      .update({ due_at: Date.now() - DAY_MS });

    const { critical, due } = await attention();
    expect(complete(critical)).toMatchObject({
      entities: 2,
      count: 2,
      isLowerBound: false,
      items: [
        { isKev: true, severity: 'critical', entityRef: ENTITY_REF },
        { isKev: false, type: 'sast', dueAt: expect.any(String) },
      ],
    });
    expect(
      complete(due).items.find(({ severity }) => severity === 'high'),
    ).toBeDefined();

    const [{ id: touched }] = complete(critical).items;
    const acted = await confirm(ingestion, touched);
    expect(acted).toBe(200);
    expect(complete((await attention()).critical).count).toBe(1);
    expect(await byEntity()).toMatchObject([
      { entityRef: ENTITY_REF, critical: 1, due: 2, isQuiet: true },
      { entityRef: LEDGER, critical: 0, due: 0, isQuiet: true },
    ]);
    await database('entity_states').update({ vanished: true });
    expect(complete((await attention()).critical).count).toBe(0);
  });

  it('names controls that say nothing now, what was seen once before what never was', async () => {
    await start();
    await ingestion.submit(sarif([]));
    await database('coverage').update({ stale_at: Date.now() - DAY_MS });
    const { evidence } = await attention();
    const { count, items } = complete(evidence);
    expect(count).toBe(2);
    expect(items[0]).toMatchObject({
      entityRef: ENTITY_REF,
      staleSince: expect.any(String),
      controls: expect.arrayContaining([
        { controlType: 'sast', state: 'stale' },
      ]),
    });
    expect(items[1].entityRef).toBe(LEDGER);
    expect(items[1].staleSince).toBeUndefined();
  });

  it('names waivers to who decides on them, and those that end', async () => {
    await start();
    await ingestion.submit(sarif([result('weak-hash', '5.0')]));
    const asked = await ingestion.api
      .post('/api/ingestion/waivers')
      .set('authorization', mockCredentials.user.header(ANN))
      .send({
        target: {
          kind: 'rule',
          entityRef: ENTITY_REF,
          tool: 'CodeQL',
          ruleId: 'weak-hash',
        },
        reason: 'The fix needs the new driver',
        riskStatement: 'Somebody inside could read hashes',
        treatment: 'mitigate_later',
        expiresAt: new Date(Date.now() + 10 * DAY_MS).toISOString(),
      });
    expect(asked.status).toBe(201);
    expect(complete((await attention(BOB)).waivers)).toMatchObject({
      count: 1,
      items: [{ id: asked.body.id, why: 'decision', entityRef: ENTITY_REF }],
    });
    expect(complete((await attention(ANN)).waivers).count).toBe(0);
    await ingestion.api
      .post(`/api/ingestion/waivers/${asked.body.id}/actions`)
      .set('authorization', mockCredentials.user.header(BOB))
      .send({ action: 'approve' });
    expect(complete((await attention(ANN)).waivers).items).toMatchObject([
      { why: 'ending', hides: 1 },
    ]);
    const { body } = await post(
      '/figures',
      { entityRefs: [ENTITY_REF], from: day(-30), to: day(1) },
      ANN,
    );
    expect(body).toMatchObject({ acceptedRisk: 1, new: 1, fixed: 0 });
    expect(await byEntity()).toMatchObject([
      { entityRef: ENTITY_REF, due: 0, endingWaivers: [asked.body.id] },
      { entityRef: LEDGER, endingWaivers: [] },
    ]);
  });

  it('counts what came and went, and not what other entities have', async () => {
    await start();
    await ingestion.submit(
      sarif([result('sqli', '8.0'), result('xss', '8.0')]),
      { startedAt: `${day(-3)}T10:00:00Z` },
    );
    await ingestion.submit(sarif([result('xss', '8.0')]), {
      startedAt: `${day(-1)}T10:00:00Z`,
    });
    const figures = { entityRefs: [ENTITY_REF], from: day(-5), to: day(1) };
    expect((await post('/figures', figures)).body).toMatchObject({
      state: 'complete',
      entities: 1,
      new: 2,
      fixed: 1,
      overdue: 0,
      acceptedRisk: 0,
    });
    const later = { ...figures, from: day(-2) };
    expect((await post('/figures', later)).body).toMatchObject({
      new: 0,
      fixed: 1,
    });
    for (const wrong of [
      { ...figures, to: figures.from },
      { ...figures, from: '2020-01-01' },
      { ...figures, from: 'yesterday' },
      { ...figures, entityRefs: [] },
    ]) {
      expect((await post('/figures', wrong)).status).toBe(400);
    }
  });

  it('tells nobody what they may not see', async () => {
    await start();
    await ingestion.submit(sarif([result('rce', '9.8')]), {
      entityRef: LEDGER,
    });
    const { critical } = await attention('user:default/guest');
    expect(complete(critical)).toMatchObject({ entities: 1, count: 0 });
    expect(await attention('user:default/guest', [LEDGER])).toMatchObject({
      critical: { state: 'forbidden' },
      due: { state: 'forbidden' },
      waivers: { state: 'forbidden' },
      evidence: { state: 'forbidden' },
    });
    const { body } = await post(
      '/figures',
      { entityRefs: [LEDGER], from: day(-5), to: day(1) },
      'user:default/guest',
    );
    expect(body).toEqual({ state: 'forbidden', asOf: expect.any(String) });
    const seen = await byEntity('user:default/guest');
    expect(seen.map(({ entityRef }) => entityRef)).toEqual([ENTITY_REF]);
  });

  it('is decided by the permissions of findings and of waivers', async () => {
    await start({
      permissionEnabled: true,
      permissions: { result: AuthorizeResult.DENY },
    });
    expect(await attention(ANN)).toMatchObject({
      critical: { state: 'forbidden' },
      waivers: { state: 'forbidden' },
    });
    expect(await byEntity(ANN)).toEqual([]);
    const none = await ingestion.api
      .post('/api/ingestion/attention')
      .set('authorization', mockCredentials.none.header())
      .send({ entityRefs: [ENTITY_REF] });
    expect(none.status).toBe(401);
  });
});

/** Confirms a finding as a person who may. */
async function confirm(ingestion: TestIngestion, findingId: string) {
  const { status } = await ingestion.api
    .post('/api/ingestion/findings/actions')
    .set('authorization', mockCredentials.user.header(ANN))
    .send({ action: 'confirm', ids: [findingId] });
  return status;
}
