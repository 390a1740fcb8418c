import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import type { ImportOrder } from './__testUtils__/importProcess';
import { sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const directory = createMockDirectory();
const ENTITY_REF = 'component:default/payments-api';
const FINDINGS = 20_000;

/** The soak test kills at many points, the usual one in the middle. */
const SOAK = process.env.SYNCHRONY_SOAK === '1';
const EVERY = 7;

jest.setTimeout(SOAK ? 60 * 60_000 : 120_000);

const REPORT = sarif(
  Array.from({ length: FINDINGS }, (_, index) => ({
    rule: `rule-${index % 100}`,
    path: `src/${index % 900}.ts`,
    line: index,
    snippet: `call(${index})`,
  })),
);

interface Target {
  order: Pick<ImportOrder, 'client' | 'connection'>;
  database: Knex;
}

async function create(engine: string, name: string): Promise<Target> {
  if (engine === 'PostgreSQL') {
    const database = await databases.init('POSTGRES_18');
    const { connection } = database.client.config;
    const { password } = connection;
    return {
      database,
      // The password is hidden from copies.
      order: { client: 'pg', connection: { ...connection, password } },
    };
  }
  const order = {
    client: 'better-sqlite3',
    connection: { filename: directory.resolve(`${name}.sqlite`) },
  };
  return { order, database: knexFactory({ ...order, useNullAsDefault: true }) };
}

/** Stores the report, which then waits for somebody to process it. */
async function receive({ database }: Target): Promise<void> {
  const { credentials, ingestion } = await createTestIngestion(
    database,
    {
      get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])),
    },
    { start: false },
  );
  await ingestion.submissions.submit(credentials, {
    parameters: {
      entityRef: ENTITY_REF,
      complete: true,
      emptyMeansClean: false,
    },
    body: Readable.from([Buffer.from(REPORT)]),
  });
}

function run(
  order: ImportOrder,
): Promise<{ signal: string | null; output: string }> {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, '__testUtils__', 'importProcess.ts'),
      JSON.stringify(order),
    ],
    { env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'development' } },
  );
  let output = '';
  child.stdout.on('data', data => {
    output += data;
  });
  child.stderr.on('data', data => {
    output += data;
  });
  return new Promise((resolve, reject) =>
    child.on('exit', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') {
        resolve({ signal, output });
      } else {
        reject(new Error(`The import failed: ${output}`));
      }
    }),
  );
}

async function stateOf(database: Knex) {
  const [counts] = await database('findings')
    .where({ status: 'open' })
    .count({ findings: '*' })
    .countDistinct({ identities: 'identity' });
  const [presences] = await database('presences').count({ count: '*' });
  const [events] = await database('finding_events').count({ count: '*' });
  const [queue] = await database('report_queue').count({ count: '*' });
  return {
    findings: Number(counts.findings),
    identities: Number(counts.identities),
    presences: Number(presences.count),
    events: Number(events.count),
    queue: Number(queue.count),
    hashes: await database('findings')
      .orderBy('identity')
      .pluck('attributes_hash'),
    scopes: await database('scopes').select('tool', 'digest', 'finding_count'),
    reports: await database('reports').select('status', 'applied', 'counts'),
  };
}

describe.each(['SQLite', 'PostgreSQL'])('kill -9 in an import, %s', engine => {
  it('ends like the import that nobody killed', async () => {
    const quiet = await create(engine, 'quiet');
    await receive(quiet);
    const { output } = await run({ ...quiet.order, daysAhead: 0 });
    const statements = Number(output);
    const expected = await stateOf(quiet.database);
    expect(expected).toMatchObject({
      findings: FINDINGS,
      identities: FINDINGS,
      presences: FINDINGS,
      queue: 0,
      reports: [{ status: 'processed' }],
    });
    await quiet.database.destroy();

    const points = SOAK
      ? Array.from(
          { length: Math.floor(statements / EVERY) },
          (_, index) => 1 + index * EVERY,
        )
      : [Math.floor(statements / 2)];
    for (const killAt of points) {
      const target = await create(engine, `killed-${killAt}`);
      await receive(target);
      const killed = await run({ ...target.order, daysAhead: 0, killAt });
      expect({ killAt, signal: killed.signal }).toEqual({
        killAt,
        signal: 'SIGKILL',
      });
      await run({ ...target.order, daysAhead: 1 });
      expect({ killAt, ...(await stateOf(target.database)) }).toEqual({
        killAt,
        ...expected,
      });
      await target.database.destroy();
    }
  });
});
