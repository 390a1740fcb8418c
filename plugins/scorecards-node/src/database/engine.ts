import { Knex } from 'knex';

export function isPostgres(database: Knex): boolean {
  return database.client.config.client === 'pg';
}

/**
 * Sets what an embedded database needs to keep up with imports: write-ahead
 * logging, and no wait for the disk at each commit. Does nothing on
 * PostgreSQL.
 *
 * @public
 */
export async function tuneEmbeddedDatabase(database: Knex): Promise<void> {
  if (isPostgres(database)) {
    return;
  }
  await database.raw('PRAGMA journal_mode = WAL');
  await database.raw('PRAGMA synchronous = NORMAL');
}

/** PostgreSQL's driver returns a bigint as text, SQLite's as a number. */
export function fromBigint(value: number | string): number {
  return Number(value);
}
