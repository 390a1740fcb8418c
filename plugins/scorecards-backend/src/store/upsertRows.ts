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
    await upsertDocument(tx, table, key, rows);
    return;
  }
  for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
    await tx(table).insert(chunk).onConflict(key).merge();
  }
}

/**
 * The same with one parameter for all rows: with one for each value, making,
 * sending and reading the statement took longer than writing the rows. Numbers
 * have to be whole, since SQLite does not read others from JSON to the last bit.
 *
 * @param onlyWhere - a condition on what may be replaced
 * @returns how many rows were inserted or replaced
 */
export async function upsertDocument<T extends object>(
  tx: Knex.Transaction,
  table: string,
  key: string[],
  rows: T[],
  onlyWhere?: string,
): Promise<number> {
  let written = 0;
  for (const chunk of chunks(rows, ROWS_A_DOCUMENT)) {
    const columns = Object.keys(chunk[0]);
    const merged = columns.filter(column => !key.includes(column));
    const source = documentOf(tx, table, columns, chunk);
    const result = await tx.raw(
      `insert into ?? (${columns.map(() => '??').join(', ')}) ${source.sql}
       on conflict (${key.map(() => '??').join(', ')})
       do update set ${merged.map(() => '?? = excluded.??').join(', ')}
       ${onlyWhere ? `where ${onlyWhere} returning 1` : ''}`,
      [
        table,
        ...columns,
        ...source.bindings,
        ...key,
        ...merged.flatMap(column => [column, column]),
      ],
    );
    written += onlyWhere ? (result.rows ?? result).length : chunk.length;
  }
  return written;
}

/** Rows as a query that reads them from one parameter. */
function documentOf<T extends object>(
  tx: Knex,
  table: string,
  columns: string[],
  rows: T[],
): { sql: string; bindings: string[] } {
  if (isPostgres(tx)) {
    return {
      sql: `select ${columns.map(() => '??').join(', ')}
            from json_populate_recordset(null::??, ?::json)`,
      bindings: [...columns, table, JSON.stringify(rows)],
    };
  }
  return {
    // `where true` tells `on` of a join from that of the clause that follows.
    sql: `select ${columns.map((_, index) => `value ->> ${index}`).join(', ')}
          from json_each(?) where true`,
    bindings: [JSON.stringify(rows.map(row => Object.values(row)))],
  };
}
