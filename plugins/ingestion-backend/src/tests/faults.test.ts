import { TestDatabases } from '@backstage/backend-test-utils';
import { Readable } from 'node:stream';
import { Knex } from 'knex';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { SampleResult, sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ENTITY_REF = 'component:default/payments-api';

jest.setTimeout(120_000);

const BEFORE: SampleResult[] = Array.from({ length: 6 }, (_, index) => ({
  rule: `rule-${index % 2}`,
  path: `src/${index}.ts`,
  line: 3,
  snippet: `call(${index})`,
}));

/** One moved, one gone, one new, one suppressed, the rest unchanged. */
const AFTER: SampleResult[] = [
  { ...BEFORE[0], line: 30 },
  { ...BEFORE[2], suppressed: true },
  ...BEFORE.slice(3),
  { rule: 'new', path: 'src/new.ts', line: 1, snippet: 'new()' },
];

interface Statements {
  database: Knex;
  /** Makes the statement with this number fail, counted from now. */
  failAt(number: number | undefined): void;
  /** Statements since the last call. */
  count(): number;
}

/** A database whose statements can be made to fail, one at a time. */
function withFaults(database: Knex): Statements {
  let seen = 0;
  let fault: number | undefined;
  // Transactions have clients of their own, made from the same prototype.
  const prototype = Object.getPrototypeOf(database.client);
  const original = prototype.query;
  jest.spyOn(prototype, 'query').mockImplementation(async function query(
    this: unknown,
    connection: unknown,
    statement: unknown,
  ) {
    seen += 1;
    if (seen !== fault) {
      return original.call(this, connection, statement);
    }
    if (/^COMMIT/i.test(String(statement))) {
      // What a connection that breaks has not committed is rolled back.
      await original.call(this, connection, 'ROLLBACK;');
    }
    throw new Error('The connection broke');
  });
  return {
    database,
    failAt(number) {
      seen = 0;
      fault = number;
    },
    count: () => seen,
  };
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe.each(databases.eachSupportedId())('a crash at any step, %s', id => {
  async function setUp() {
    const statements = withFaults(await databases.init(id));
    const test = await createTestIngestion(
      statements.database,
      {
        get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])),
      },
      { start: false },
    );
    const submit = (results: SampleResult[]) =>
      test.ingestion.submissions.submit(test.credentials, {
        parameters: {
          entityRef: ENTITY_REF,
          complete: true,
          emptyMeansClean: false,
        },
        body: Readable.from([Buffer.from(sarif(results))]),
      });
    const work = async () => {
      test.ingestion.loop.start();
      await test.ingestion.loop.idle();
      await test.ingestion.loop.stop();
    };
    const state = async () => ({
      findings: await statements
        .database('findings')
        .orderBy('identity')
        .select('identity', 'status', 'attributes_hash', 'reopen_count'),
      presences: await statements
        .database('presences')
        .join('findings', 'findings.id', 'finding_id')
        .orderBy(['identity', 'present'])
        .select('identity', 'present'),
      events: await statements
        .database('finding_events')
        .orderBy(['kind', 'note'])
        .select('kind', 'note'),
      reports: await statements
        .database('reports')
        .orderBy('content_hash')
        .select('status', 'counts'),
    });
    return { ...test, statements, submit, work, state };
  }

  it('ends as if nothing had happened', async () => {
    const test = await setUp();
    await test.submit(BEFORE);
    await test.work();
    const { database } = test.statements;
    await test.submit(AFTER);

    const tables = [
      'report_queue',
      'reports',
      'entity_states',
      'scopes',
      'rules',
      'rule_tokens',
      'findings',
      'presences',
      'finding_events',
      'coverage',
    ];
    const saved = new Map<string, object[]>();
    for (const table of tables) {
      saved.set(table, await database(table).select());
    }
    const restore = async () => {
      for (const table of tables) {
        await database(table).delete();
        const rows = saved.get(table) ?? [];
        if (rows.length > 0) {
          await database(table).insert(rows);
        }
      }
    };

    test.statements.failAt(undefined);
    await test.work();
    const steps = test.statements.count();
    expect(steps).toBeGreaterThan(20);
    const expected = await test.state();
    expect(expected.reports.map(report => report.status)).toEqual([
      'processed',
      'processed',
    ]);

    for (let step = 1; step <= steps; step += 1) {
      await restore();
      test.statements.failAt(step);
      await test.work();
      test.statements.failAt(undefined);
      for (let attempt = 0; attempt < 3; attempt += 1) {
        test.clock.advanceDays(1);
        await test.work();
      }
      const { reports, ...state } = await test.state();
      expect({ step, ...state }).toEqual({
        step,
        findings: expected.findings,
        presences: expected.presences,
        events: expected.events,
      });
      expect({ step, reports }).toEqual({ step, reports: expected.reports });
    }
    await test.ingestion.workers.stop();
  });

  it('gives up on a report with which the process dies again and again', async () => {
    const test = await setUp();
    const { reportId } = await test.submit(BEFORE);
    await test.statements.database('report_queue').update({ attempts: 5 });
    await test.work();
    const receipt = await test.ingestion.receipts.get(
      test.credentials,
      reportId,
      { seconds: 0, signal: new AbortController().signal },
    );
    expect(receipt).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining('5 times') },
    });
    await test.ingestion.workers.stop();
  });
});
