import { once } from 'node:events';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** What of a table is made again, to be filled by COPY. */
export type Indexes = 'all' | 'primary key';

/** Rows of one table, as COPY reads and writes them. */
export interface TableRows {
  table: string;
  rows: number;
  /** In PostgreSQL's binary format. */
  data: Buffer[];
}

const SCHEMA = 'copy_limit';

/** Tables that the plugin's own work doesn't write. */
const NOT_COUNTED = /^(knex_|backstage_backend_|.*_migrations)/;

/** All rows of all tables of a database, in memory. */
export async function readTables(client: Client): Promise<TableRows[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const read: TableRows[] = [];
  for (const { name } of tables.filter(t => !NOT_COUNTED.test(t.name))) {
    const data: Buffer[] = [];
    const stream = client.query(
      copyTo(
        `COPY public.${client.escapeIdentifier(name)} TO STDOUT (FORMAT binary)`,
      ),
    );
    stream.on('data', (chunk: Buffer) => data.push(chunk));
    await once(stream, 'end');
    if (stream.rowCount > 0) {
      read.push({ table: name, rows: stream.rowCount, data });
    }
  }
  return read;
}

/** Makes empty tables of the same columns in a schema of their own. */
export async function makeEmptyTables(
  client: Client,
  tables: TableRows[],
  indexes: Indexes,
): Promise<void> {
  await client.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
  await client.query(`CREATE SCHEMA ${SCHEMA}`);
  for (const { table } of tables) {
    const name = client.escapeIdentifier(table);
    await client.query(
      `CREATE TABLE ${SCHEMA}.${name} (LIKE public.${name} INCLUDING STORAGE ${indexes === 'all' ? 'INCLUDING INDEXES' : ''})`,
    );
    if (indexes === 'primary key') {
      await addPrimaryKey(client, name);
    }
  }
}

async function addPrimaryKey(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ definition: string }>(
    "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'p'",
    [`public.${name}`],
  );
  for (const { definition } of rows) {
    await client.query(`ALTER TABLE ${SCHEMA}.${name} ADD ${definition}`);
  }
}

/** Writes the rows with COPY and nothing else, in one transaction. */
export async function copyIn(
  client: Client,
  tables: TableRows[],
): Promise<void> {
  await client.query('BEGIN');
  for (const { table, data } of tables) {
    const stream = client.query(
      copyFrom(
        `COPY ${SCHEMA}.${client.escapeIdentifier(table)} FROM STDIN (FORMAT binary)`,
      ),
    );
    for (const chunk of data) {
      if (!stream.write(chunk)) {
        await once(stream, 'drain');
      }
    }
    stream.end();
    await once(stream, 'finish');
  }
  await client.query('COMMIT');
}

export async function dropTables(client: Client): Promise<void> {
  await client.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
}
