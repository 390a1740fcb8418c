import {
  chunks,
  isPostgres,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

const ROWS_A_STATEMENT = 200;
const ROWS_A_DOCUMENT = 5_000;

/**
 * Inserts rows, or replaces what has the same key. All rows have the same
 * columns.
 */
export async function upsertRows<T extends object>(
  tx: Knex.Transaction,
  table: string,
  key: string[],
  rows: T[],
): Promise<void> {
  if (isPostgres(tx)) {
    for (const chunk of chunks(rows, ROWS_A_DOCUMENT)) {
      await upsertDocument(tx, table, key, chunk);
    }
    return;
  }
  for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
    await tx(table).insert(chunk).onConflict(key).merge();
  }
}

/**
 * One parameter for all rows: with one for each value, sending and reading the
 * statement took PostgreSQL and its driver longer than writing the rows.
 */
async function upsertDocument<T extends object>(
  tx: Knex.Transaction,
  table: string,
  key: string[],
  rows: T[],
): Promise<void> {
  const columns = Object.keys(rows[0]);
  const names = columns.map(() => '??').join(', ');
  const merged = columns.filter(column => !key.includes(column));
  await tx.raw(
    `insert into ?? (${names})
     select ${names} from json_populate_recordset(null::??, ?::json)
     on conflict (${key.map(() => '??').join(', ')})
     do update set ${merged.map(() => '?? = excluded.??').join(', ')}`,
    [
      table,
      ...columns,
      ...columns,
      table,
      JSON.stringify(rows),
      ...key,
      ...merged.flatMap(column => [column, column]),
    ],
  );
}
