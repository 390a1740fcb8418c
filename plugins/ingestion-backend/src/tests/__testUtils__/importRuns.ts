import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { MockDirectory, TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { createTestIngestion, entityRow } from './createTestIngestion';
import type { ImportOrder } from './importProcess';

/** A database that several processes open. */
export interface SharedDatabase {
  order: Pick<ImportOrder, 'client' | 'connection'>;
  database: Knex;
}

/** A new database, empty. */
export async function createPostgres(
  databases: TestDatabases,
): Promise<SharedDatabase> {
  const database = await databases.init('POSTGRES_18');
  const { connection } = database.client.config;
  const { password } = connection;
  return {
    database,
    // The password is hidden from copies.
    order: { client: 'pg', connection: { ...connection, password } },
  };
}

/** A new database file, empty. */
export function createSqlite(
  directory: MockDirectory,
  name: string,
): SharedDatabase {
  const order = {
    client: 'better-sqlite3',
    connection: { filename: directory.resolve(`${name}.sqlite`) },
  };
  return { order, database: knexFactory({ ...order, useNullAsDefault: true }) };
}

/** Stores reports, which then wait for somebody to process them. */
export async function receive(
  { database }: SharedDatabase,
  reports: { entityRef: string; body: string }[],
): Promise<void> {
  const { credentials, ingestion } = await createTestIngestion(
    database,
    {
      get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])),
    },
    { start: false },
  );
  for (const { body, entityRef } of reports) {
    await ingestion.submissions.submit(credentials, {
      parameters: { entityRef, complete: true, emptyMeansClean: false },
      body: Readable.from([Buffer.from(body)]),
    });
  }
}

/** How a process ended. */
export interface ImportEnd {
  signal: string | null;
  /** How many statements it sent, unless it was killed. */
  output: string;
}

/** A process that works off the queue; it fails when the process fails. */
export function runImport(order: ImportOrder): Promise<ImportEnd> {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'importProcess.ts'),
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

/**
 * What imports leave behind, without what differs between runs by chance, such
 * as ids.
 */
export async function stateAfterImports(database: Knex) {
  const count = async (table: string) => {
    const [row] = await database(table).count({ count: '*' });
    return Number(row.count);
  };
  return {
    presences: await count('presences'),
    events: await count('finding_events'),
    queue: await count('report_queue'),
    findings: await database('findings')
      .orderBy(['entity_ref', 'identity', 'attributes_hash'])
      .select('entity_ref', 'identity', 'status', 'attributes_hash'),
    scopes: await database('scopes')
      .orderBy(['entity_ref', 'tool'])
      .select('entity_ref', 'tool', 'digest', 'finding_count'),
    reports: await database('reports')
      .orderBy(['entity_ref', 'content_hash', 'status'])
      .select('entity_ref', 'status', 'applied', 'counts'),
  };
}
