import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import Ajv from 'ajv/dist/2020';
import { Readable } from 'node:stream';
import { openApi } from '../openapi';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { sarif } from './__testUtils__/sarif';
import { CI, startIngestion } from './__testUtils__/startIngestion';
import { until } from './__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ENTITY_REF = 'component:default/payments-api';
const REPORT = sarif([{ rule: 'sqli', path: 'src/a.ts', line: 3 }]);

jest.setTimeout(60_000);

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(openApi, 'openapi');

/** Holds an answer to the document. */
function expectToMatch(answer: unknown, schema = 'QueueHealth') {
  const validate = ajv.compile({
    $ref: `openapi#/components/schemas/${schema}`,
  });
  validate(JSON.parse(JSON.stringify(answer)));
  expect(validate.errors ?? []).toEqual([]);
}

describe.each(databases.eachSupportedId())('health of the queue, %s', id => {
  async function setUp(result: AuthorizeResult.ALLOW = AuthorizeResult.ALLOW) {
    const catalog = { away: false };
    const database = await databases.init(id);
    const test = await createTestIngestion(
      database,
      {
        get: async refs => {
          if (catalog.away) {
            throw new ServiceUnavailableError('The catalog does not answer');
          }
          return new Map(refs.map(ref => [ref, entityRow(ref)]));
        },
      },
      { start: false, result },
    );
    const { credentials, ingestion } = test;
    return {
      ...test,
      catalog,
      database,
      health: () => ingestion.healthService.getQueue(credentials),
      send: (body: string, category: string) =>
        ingestion.submissions.submit(credentials, {
          parameters: {
            entityRef: ENTITY_REF,
            complete: true,
            emptyMeansClean: false,
            format: 'sarif-2.1.0',
            category,
          },
          body: Readable.from([Buffer.from(body)]),
        }),
    };
  }

  it('counts what waits and what became of the rest, and how long it took', async () => {
    const { clock, health, ingestion, send, stop } = await setUp();
    expect(await health()).toMatchObject({
      queue: { waiting: 0, processing: 0, retrying: 0 },
      lastHour: { finished: 0, waited: undefined },
      lastDay: { failed: 0, rejected: 0 },
      workers: { size: 2, busy: 0 },
      retention: {},
    });
    const arrivedAt = clock.read().toISOString();
    await send(REPORT, 'one');
    clock.advanceSeconds(60);
    await send('{"runs":[', 'two');
    clock.advanceSeconds(30);
    const waiting = await health();
    expect(waiting.queue).toEqual({
      waiting: 2,
      processing: 0,
      retrying: 0,
      oldestWaitingSince: arrivedAt,
    });
    expectToMatch(waiting);

    ingestion.loop.start();
    await until(async () => (await health()).lastHour.finished === 2);
    await ingestion.loop.idle();
    const done = await health();
    expect(done).toMatchObject({
      queue: { waiting: 0, processing: 0 },
      lastHour: {
        waited: { medianMs: 30_000, p95Ms: 90_000, longestMs: 90_000 },
        processed: { medianMs: 0, longestMs: 0 },
      },
      lastDay: { failed: 0, rejected: 1 },
    });
    expect(done.databaseBytes).toBeGreaterThan(10_000);
    expectToMatch(done);

    clock.advanceDays(1.1);
    expect(await health()).toMatchObject({
      lastHour: { finished: 0 },
      lastDay: { rejected: 0 },
    });
    await stop();
  });

  it('counts what came, waited and ended by the hour', async () => {
    const { clock, credentials, ingestion, send, stop } = await setUp();
    const history = async () => {
      const answer = await ingestion.queueHistory.get(credentials);
      expectToMatch(answer, 'QueueHistory');
      return answer.hours.map(({ from: _from, ...hour }) => hour);
    };
    const quiet = { received: 0, finished: 0, waiting: 0 };
    clock.advanceSeconds(754.321);
    expect(await history()).toEqual(Array(24).fill(quiet));

    await send(REPORT, 'one');
    clock.advanceSeconds(3600);
    await send(REPORT, 'two');
    expect((await history()).slice(-3)).toEqual([
      quiet,
      { ...quiet, received: 1, waiting: 1 },
      { ...quiet, received: 1, waiting: 2 },
    ]);

    clock.advanceSeconds(3600);
    ingestion.loop.start();
    await until(async () => (await history())[23].finished === 2);
    await ingestion.loop.idle();
    expect((await history()).slice(-3)).toEqual([
      { ...quiet, received: 1, waiting: 1 },
      { ...quiet, received: 1, waiting: 2 },
      { ...quiet, finished: 2, longestWaitMs: 7_200_000 },
    ]);

    clock.advanceDays(1);
    expect(await history()).toEqual(Array(24).fill(quiet));
    await stop();
  });

  it('tells what waits for another attempt from what is worked on', async () => {
    const { catalog, clock, database, health, ingestion, send, stop } =
      await setUp();
    await database('report_queue').insert({
      report_id: 'leased',
      entity_ref: 'component:default/other',
      next_attempt_at: clock.read().getTime() + 60_000,
      queued_at: clock.read().getTime(),
      attempts: 1,
      ticket: 'of another replica',
    });
    await send(REPORT, 'one');
    catalog.away = true;
    ingestion.loop.start();
    await until(async () => (await health()).queue.retrying === 1);
    expect((await health()).queue).toMatchObject({
      waiting: 1,
      processing: 1,
      retrying: 1,
    });
    await ingestion.loop.stop();
    clock.advanceSeconds(61);
    expect((await health()).queue).toMatchObject({ waiting: 2, processing: 0 });
    await stop();
  });

  it('keeps what retention took out, and that it failed', async () => {
    const { clock, database, health, ingestion, send, stop } = await setUp();
    await send(REPORT, 'one');
    ingestion.loop.start();
    await until(async () => (await health()).lastHour.finished === 1);
    await ingestion.loop.idle();
    clock.advanceDays(100);
    await ingestion.retentionSweep.run();
    const { retention } = await health();
    expect(retention).toMatchObject({
      lastRun: {
        startedAt: clock.read().toISOString(),
        finishedAt: clock.read().toISOString(),
        failed: false,
        deleted: { bodies: 1, branches: 0, findings: 0, history: 0 },
      },
      overdueAt: expect.any(String),
    });
    expectToMatch(await health());

    await database.schema.renameTable('uploads', 'gone');
    await expect(ingestion.retentionSweep.run()).rejects.toThrow();
    expect((await health()).retention.lastRun).toEqual({
      startedAt: clock.read().toISOString(),
      finishedAt: clock.read().toISOString(),
      failed: true,
    });
    expectToMatch(await health());
    await stop();
  });

  it('is for who runs ingestion', async () => {
    const { credentials, ingestion, stop } = await createTestIngestion(
      await databases.init(id),
      { get: async () => new Map() },
      { start: false, result: AuthorizeResult.DENY },
    );
    for (const asked of [
      () => ingestion.healthService.getQueue(credentials),
      () => ingestion.queueHistory.get(credentials),
      () => ingestion.oidcIssuers.list(credentials),
    ]) {
      await expect(asked()).rejects.toThrow(
        'Only who runs the portal may do this',
      );
    }
    await stop();
  });
});

it('answers over HTTP', async () => {
  const ingestion = await startIngestion(await databases.init('SQLITE_3'), {
    permissionEnabled: true,
  });
  for (const [path, schema] of [
    ['/health/queue', 'QueueHealth'],
    ['/health/queue/history', 'QueueHistory'],
    ['/oidc/issuers', 'TrustedIssuers'],
  ]) {
    const get = (authorization: string) =>
      ingestion.api
        .get(`/api/ingestion${path}`)
        .set('authorization', authorization);
    const answer = await get(CI);
    expect(answer.status).toBe(200);
    expectToMatch(answer.body, schema);
    expect((await get(mockCredentials.none.header())).status).toBe(401);
  }
  await ingestion.stop();
});
