import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { Retention } from '../service/Retention';
import { createStores } from '../store/createStores';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ENTITY_REF = 'component:default/payments-api';
const XSS = { rule: 'xss', path: 'src/xss.ts', line: 1, snippet: 'xss' };

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('retention, %s', id => {
  it('forgets bodies, abandoned branches and keys when their time is over', async () => {
    const database = await databases.init(id);
    const { clock, credentials, ingestion, stop } = await createTestIngestion(
      database,
      {
        get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])),
      },
    );
    const submit = async (rule: string, ref: string) => {
      const { reportId } = await ingestion.submissions.submit(credentials, {
        parameters: {
          entityRef: ENTITY_REF,
          complete: true,
          emptyMeansClean: false,
          ref,
        },
        idempotencyKey: `${rule}-${ref}`,
        body: Readable.from([
          Buffer.from(
            sarif([{ rule, path: `src/${rule}.ts`, line: 1, snippet: rule }]),
          ),
        ]),
      });
      return ingestion.receipts.get(credentials, reportId, {
        seconds: 30,
        signal: new AbortController().signal,
      });
    };
    const count = async (table: string) => {
      const [row] = await database(table).count({ count: '*' });
      return Number(row.count);
    };
    await submit('sqli', 'main');
    await submit('xss', 'feature');
    await database('uploads').insert({ id: 'broken', started_at: 0 });
    await database('report_chunks').insert({
      report_id: 'broken',
      position: 0,
      data: Buffer.from('x'),
    });

    clock.advanceDays(29);
    await ingestion.retention.sweep();
    expect(await count('findings')).toBe(2);
    expect(await count('report_chunks')).toBe(2);
    expect(await count('uploads')).toBe(0);

    clock.advanceDays(2);
    await ingestion.retention.sweep();
    expect(await database('findings').pluck('status')).toEqual(['open']);
    expect(await count('scopes')).toBe(1);
    expect(await count('presences')).toBe(1);
    expect(await database('reports').pluck('idempotency_key')).toEqual([
      null,
      null,
    ]);

    clock.advanceDays(60);
    await ingestion.retention.sweep();
    expect(await count('report_chunks')).toBe(0);
    expect(await count('reports')).toBe(2);
    await stop();
  });

  it.each(['a report', 'another default branch'])(
    'keeps a branch that %s made count before it was dropped',
    async cause => {
      const database = await databases.init(id);
      const { clock, config, credentials, ingestion, stop } =
        await createTestIngestion(database, {
          get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])),
        });
      const submit = async () => {
        const { reportId } = await ingestion.submissions.submit(credentials, {
          parameters: {
            entityRef: ENTITY_REF,
            complete: true,
            emptyMeansClean: false,
            ref: 'feature',
          },
          body: Readable.from([Buffer.from(sarif([XSS]))]),
        });
        return ingestion.receipts.get(credentials, reportId, {
          seconds: 30,
          signal: new AbortController().signal,
        });
      };
      const change = {
        'a report': submit,
        'another default branch': () =>
          ingestion.entityChanges.take({
            changed: [
              entityRow(ENTITY_REF, {
                'synchrony.io/default-branch': 'feature',
              }),
            ],
            removed: [],
          }),
      }[cause]!;
      await submit();
      clock.advanceDays(31);
      const stores = createStores(database);
      let changed = false;
      const retention = new Retention({
        ...stores,
        scopes: {
          listAbandoned: async (before, limit) => {
            const listed = await stores.scopes.listAbandoned(before, limit);
            if (!changed) {
              changed = true;
              await change();
            }
            return listed;
          },
        },
        database,
        retention: config.retention,
        clock: clock.read,
      });
      expect(await retention.sweep()).toMatchObject({ branches: 0 });
      expect(await database('scopes').pluck('ref')).toEqual(['feature']);
      expect(await database('presences')).toHaveLength(1);
      expect(await database('findings')).toHaveLength(1);
      await stop();
    },
  );

  it('makes who read a branch before it was dropped read it again', async () => {
    const database = await databases.init(id);
    const { clock, credentials, ingestion, stop } = await createTestIngestion(
      database,
      { get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])) },
    );
    const { reportId } = await ingestion.submissions.submit(credentials, {
      parameters: {
        entityRef: ENTITY_REF,
        complete: true,
        emptyMeansClean: false,
        ref: 'feature',
      },
      body: Readable.from([Buffer.from(sarif([XSS]))]),
    });
    await ingestion.receipts.get(credentials, reportId, {
      seconds: 30,
      signal: new AbortController().signal,
    });
    const { scopes, states } = createStores(database);
    const state = (await states.get([ENTITY_REF])).get(ENTITY_REF)!;
    const [scope] = await scopes.list(ENTITY_REF);
    clock.advanceDays(31);
    await ingestion.retention.sweep();
    expect(await scopes.list(ENTITY_REF)).toEqual([]);
    const stale = [
      (tx: Knex.Transaction) =>
        states.advance(tx, { ...state, version: state.version + 1 }),
      (tx: Knex.Transaction) =>
        scopes.update(tx, scope.id, {
          ...scope,
          lastReportAt: clock.read().getTime(),
        }),
    ];
    for (const write of stale) {
      await expect(database.transaction(write)).rejects.toThrow(ConflictError);
    }
    await stop();
  });

  it('knows an exchanged ID token until it ends, and not longer', async () => {
    const database = await databases.init(id);
    const { clock, ingestion, stop } = await createTestIngestion(
      database,
      { get: async () => new Map() },
      { start: false },
    );
    const now = clock.read().getTime();
    await database('used_id_tokens').insert([
      { key: 'ended', expires_at: now - 1 },
      { key: 'good', expires_at: now },
    ]);
    await ingestion.retention.sweep();
    expect(await database('used_id_tokens').pluck('key')).toEqual(['good']);
    await stop();
  });

  it('forgets deployments and pipeline runs after two years', async () => {
    const database = await databases.init(id);
    const { clock, credentials, ingestion, stop } = await createTestIngestion(
      database,
      { get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])) },
      { start: false },
    );
    const now = clock.read().toISOString();
    const { deployments, pipelineRuns } = ingestion.deliveryStores;
    const common = { entityRef: ENTITY_REF, finishedAt: now };
    await ingestion.deliverySubmissions.submit(
      credentials,
      deployments,
      ['d1', 'd2'].map(deploymentId => ({
        ...common,
        environment: 'production',
        deploymentId,
        outcome: 'succeeded' as const,
      })),
      String,
    );
    await ingestion.deliverySubmissions.submit(
      credentials,
      pipelineRuns,
      [
        {
          ...common,
          pipeline: 'ci',
          runId: 'r1',
          ref: 'main',
          commit: 'abcd1234',
          startedAt: now,
          outcome: 'succeeded',
          url: 'https://ci.example/r1',
        },
      ],
      String,
    );
    const counts = () =>
      Promise.all(
        ['deployments', 'pipeline_runs', 'delivery_states'].map(
          async table => (await database(table)).length,
        ),
      );
    clock.advanceDays(729);
    await ingestion.retention.sweep();
    expect(await counts()).toEqual([2, 1, 3]);
    clock.advanceDays(2);
    await ingestion.retention.sweep();
    expect(await counts()).toEqual([0, 0, 0]);
    await stop();
  });
});
