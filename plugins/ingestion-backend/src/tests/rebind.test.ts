import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  EntityAccess,
  EntityRow,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Readable } from 'node:stream';
import { JOINED_TABLES, REBOUND_TABLES } from '../store/RebindStore';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const OLD = 'component:default/ledger-archiver';
const NEW = 'component:default/ledger-archiver-v2';
const FINDING = { rule: 'sqli', path: 'src/a.ts', line: 3 };
const ci = mockCredentials.service('ci');
const admin = mockCredentials.user('user:default/leila');
const REPOSITORY = {
  'backstage.io/source-location': 'url:https://git.example/larkhill/ledger/',
};

/** Tables with refs of entities that stay where they are when one is re-bound. */
const STAYING = [
  'catalog_parents',
  'coverage_expectations',
  'entity_states',
  'report_queue',
  'reports',
  'synchrony_entities',
  'synchrony_facts',
];

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('re-binding, %s', id => {
  async function setUp(
    result:
      AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
    access?: EntityAccess,
  ) {
    const rows = new Map<string, EntityRow>();
    const database = await databases.init(id);
    const test = await createTestIngestion(
      database,
      { get: async refs => new Map(refs.map(ref => [ref, rows.get(ref)])) },
      { result, access },
    );
    const { ingestion } = test;
    const add = async (ref: string, annotations = {}) => {
      const row = entityRow(ref, annotations);
      rows.set(ref, row);
      await database('synchrony_entities')
        .insert({
          entity_ref: ref,
          kind: row.kind,
          namespace: row.namespace,
          name: row.name,
          annotations: JSON.stringify(annotations),
          relations: '[]',
          hash: '',
          as_of: 0,
          missed_sweeps: 0,
          pending: 0,
        })
        .onConflict('entity_ref')
        .ignore();
      await ingestion.entityChanges.take({ changed: [row], removed: [] });
    };
    const remove = async (ref: string) => {
      rows.delete(ref);
      await database('synchrony_entities').where({ entity_ref: ref }).delete();
      await ingestion.entityChanges.take({ changed: [], removed: [ref] });
    };
    const settled = (reportId: string) =>
      ingestion.receipts.get(ci, reportId, {
        seconds: 20,
        signal: new AbortController().signal,
      });
    const send = async (entityRef: string, body: string) => {
      const { reportId } = await ingestion.submissions.submit(ci, {
        parameters: { entityRef, complete: true, emptyMeansClean: false },
        body: Readable.from([Buffer.from(body)]),
      });
      return settled(reportId);
    };
    const findings = () =>
      database('findings').orderBy('id').select('id', 'entity_ref', 'identity');
    const rebind = () =>
      ingestion.rebinding.rebind(admin, { from: OLD, to: NEW });
    return { ...test, add, database, findings, rebind, remove, send, settled };
  }

  it('processes what waits for an unknown entity as of another', async () => {
    const { add, database, ingestion, send, settled, stop } = await setUp();
    await add(OLD);
    const waiting = await send(NEW, sarif([FINDING]));
    expect(waiting.status).toBe('quarantined');
    const { items, manageable } = await ingestion.quarantineDesk.list(
      admin,
      {},
    );
    expect(manageable).toBe(true);
    expect(items).toMatchObject([
      {
        entityRef: NEW,
        reports: 1,
        submitters: ['ci'],
        rejectedAt: expect.any(String),
        suggestion: { entityRef: OLD, hint: 'similar_name' },
      },
    ]);
    const answer = await ingestion.rebinding.rebind(admin, {
      from: NEW,
      to: OLD,
    });
    expect(answer).toMatchObject({ reports: 1, findings: 0 });
    expect(await settled(waiting.reportId)).toMatchObject({
      status: 'processed',
      entityRef: OLD,
      sentFor: NEW,
      counts: { new: 1 },
    });
    expect(await database('rebinds')).toMatchObject([
      { from_ref: NEW, to_ref: OLD, actor: 'user:default/leila', reports: 1 },
    ]);
    await stop();
  });

  it('counts no findings for an administrator who may not read them', async () => {
    const { add, database, ingestion, rebind, remove, send, stop } =
      await setUp(AuthorizeResult.ALLOW, {
        visible: async (_, { name }) => ({
          kind: name === 'ingestion.finding.read' ? 'none' : 'all',
        }),
        require: async () => {},
        can: async (_, { name }) => name !== 'ingestion.finding.read',
      });
    await add(OLD);
    await send(OLD, sarif([FINDING]));
    await remove(OLD);
    await add(NEW);
    const { items } = await ingestion.quarantineDesk.list(admin, {});
    expect(items[0].evidence).toEqual({
      scopes: 1,
      lastScanAt: expect.any(String),
    });
    expect((await rebind()).findings).toBeUndefined();
    expect(await database('rebinds')).toMatchObject([{ findings: 1 }]);
    await stop();
  });

  it('moves the evidence of a renamed entity, with fingerprints and age', async () => {
    const { add, clock, feed, findings, ingestion, ...test } = await setUp();
    await add(OLD, REPOSITORY);
    await test.send(OLD, sarif([FINDING]));
    const before = await findings();
    await test.remove(OLD);
    await add(NEW, { ...REPOSITORY, 'synchrony.io/criticality': 'tier-1' });
    expect(
      (await ingestion.quarantineDesk.list(admin, {})).items,
    ).toMatchObject([
      {
        entityRef: OLD,
        reports: 0,
        evidence: { findings: 1, scopes: 1 },
        suggestion: { entityRef: NEW, hint: 'same_repository' },
      },
    ]);
    expect(await test.rebind()).toEqual({
      from: OLD,
      to: NEW,
      reports: 0,
      findings: 1,
      scopes: 1,
    });
    expect(await findings()).toEqual(
      before.map(row => ({ ...row, entity_ref: NEW })),
    );
    expect(feed.facts.get(OLD)).toBeNull();
    expect(feed.facts.get(NEW)).toMatchObject({
      open: { sast: { high: 1 } },
      coverage: { sast: { state: 'active' } },
    });
    clock.advanceDays(1);
    const again = await test.send(NEW, sarif([{ ...FINDING, line: 9 }]));
    expect(again.counts).toMatchObject({ new: 0, updated: 1 });
    expect((await ingestion.quarantineDesk.list(admin, {})).items).toEqual([]);
    await expect(test.rebind()).rejects.toThrow('Nothing is known of');
    await test.stop();
  });

  it('refuses where the same findings would count twice, and moves nothing', async () => {
    const { add, findings, rebind, remove, send, stop } = await setUp();
    await add(OLD);
    await send(OLD, sarif([FINDING]));
    await remove(OLD);
    await add(NEW);
    await send(NEW, sarif([FINDING], { category: 'other' }));
    await send(OLD, sarif([]));
    const before = await findings();
    await expect(rebind()).rejects.toThrow(
      `${NEW} has evidence of its own (sast)`,
    );
    expect(await findings()).toEqual(before);
    await stop();
  });

  it('refuses an entity that the catalog has, and a target that it has not', async () => {
    const { add, ingestion, stop } = await setUp();
    await add(OLD);
    const rebind = (from: string, to: string) =>
      ingestion.rebinding.rebind(admin, { from, to });
    await expect(rebind(OLD, NEW)).rejects.toThrow(
      `${NEW} is not in the catalog`,
    );
    await expect(rebind(OLD, OLD)).rejects.toThrow('another entity');
    await add(NEW);
    await expect(rebind(OLD, NEW)).rejects.toThrow(`${OLD} is in the catalog`);
    await stop();
  });

  it('discards with a reason that the submitter reads', async () => {
    const { ingestion, send, settled, stop } = await setUp();
    const { reportId } = await send(NEW, sarif([FINDING]));
    expect(
      await ingestion.quarantineDesk.discard(admin, {
        entityRef: NEW,
        reason: 'A test pipeline',
      }),
    ).toEqual({ reports: 1 });
    expect(await settled(reportId)).toMatchObject({
      status: 'rejected',
      reason: 'discarded',
      error: { message: expect.stringContaining('A test pipeline') },
    });
    await stop();
  });

  it('is for who runs the portal; others see what they sent', async () => {
    const { ingestion, rebind, send, stop } = await setUp(AuthorizeResult.DENY);
    // Submitting is denied by the same answer here, so nothing can wait.
    await expect(send(NEW, sarif([FINDING]))).rejects.toThrow('may not send');
    await expect(rebind()).rejects.toThrow('runs the portal');
    await expect(
      ingestion.quarantineDesk.discard(admin, { entityRef: NEW, reason: 'x' }),
    ).rejects.toThrow('runs the portal');
    expect(await ingestion.quarantineDesk.list(admin, {})).toMatchObject({
      manageable: false,
      items: [],
    });
    await stop();
  });

  it('moves what documents, lists, waivers and sums say of it', async () => {
    const { add, database, rebind, remove, send, stop } = await setUp();
    await add(OLD);
    await send(OLD, sarif([FINDING]));
    await send(
      OLD,
      JSON.stringify({
        bomFormat: 'CycloneDX',
        components: [{ name: 'a', version: '1', purl: 'pkg:npm/a@1' }],
      }),
    );
    const waiver = {
      kind: 'rule',
      status: 'active',
      version: 1,
      requester: 'user:default/ann',
      reason: 'r',
      risk_statement: 's',
      treatment: 'accept',
      requested_at: 0,
      expires_at: Date.parse('2027-01-01'),
      requirement: '{}',
      approved_severity: 0,
      approved_tier: 1,
    };
    const target = {
      kind: 'rule',
      entityRef: OLD,
      tool: 'CodeQL',
      ruleId: FINDING.rule,
    };
    await database('waivers').insert({
      ...waiver,
      id: 'w1',
      target: JSON.stringify(target),
    });
    await database('waiver_entities').insert({
      entity_ref: OLD,
      waiver_id: 'w1',
      state: 'covered',
      pending: true,
    });
    const day = { day: 1, type: 'sast', severity: 1, closed: 0 };
    await database('finding_flow').insert([
      { ...day, entity_ref: OLD, opened: 2, closed_in_time: 0 },
      { ...day, entity_ref: NEW, opened: 3, closed_in_time: 0 },
    ]);
    await remove(OLD);
    await add(NEW);
    await rebind();

    expect(await database('finding_flow')).toMatchObject([
      { entity_ref: NEW, opened: 5 },
    ]);
    expect(await database('inventory_scopes').pluck('entity_ref')).toEqual([
      NEW,
    ]);
    const [moved] = await database('waivers').pluck('target');
    expect(JSON.parse(moved)).toEqual({ ...target, entityRef: NEW });
    expect(await database('waiver_entities')).toMatchObject([
      { entity_ref: NEW, waiver_id: 'w1' },
    ]);
    expect(await database('findings')).toMatchObject([
      { entity_ref: NEW, status: 'risk_accepted', waiver_id: 'w1' },
    ]);
    await stop();
  });

  it('knows a deployment that is sent again for the new name', async () => {
    const { add, database, ingestion, rebind, remove, send, stop } =
      await setUp();
    const deploy = (entityRef: string, deploymentId: string, hour: number) =>
      ingestion.deliverySubmissions.submit(
        ci,
        ingestion.deliveryStores.deployments,
        [
          {
            entityRef,
            environment: 'prod',
            deploymentId,
            finishedAt: `2026-11-23T0${hour}:00:00.000Z`,
            outcome: 'succeeded',
          },
        ],
        () => 'body',
      );
    await add(OLD);
    await send(OLD, sarif([FINDING]));
    await deploy(OLD, 'd1', 1);
    await deploy(OLD, 'd2', 1);
    await remove(OLD);
    await add(NEW);
    await deploy(NEW, 'd2', 2);
    await rebind();
    await deploy(NEW, 'd1', 1);
    const kept = await database('deployments').orderBy('deployment_id');
    expect(kept).toMatchObject([
      { entity_ref: NEW, deployment_id: 'd1' },
      { entity_ref: NEW, deployment_id: 'd2' },
    ]);
    expect(Number(kept[1].updated_at)).toBe(Date.parse('2026-11-23T02:00Z'));
    expect(
      new Set(await database('delivery_states').pluck('delivery_id')),
    ).toEqual(new Set(kept.map(row => row.id)));
    await stop();
  });

  it('knows all tables that keep something of an entity', async () => {
    const { database, stop } = await setUp();
    const names: string[] =
      id === 'SQLITE_3'
        ? await database('sqlite_master').where({ type: 'table' }).pluck('name')
        : await database('information_schema.tables')
            .where({ table_schema: 'public' })
            .pluck('table_name');
    const withRefs: string[] = [];
    for (const name of names) {
      const columns = await database(name).columnInfo();
      if ('entity_ref' in columns) {
        withRefs.push(name);
      }
    }
    expect(withRefs.sort()).toEqual(
      [...REBOUND_TABLES, ...JOINED_TABLES, ...STAYING].sort(),
    );
    await stop();
  });
});
