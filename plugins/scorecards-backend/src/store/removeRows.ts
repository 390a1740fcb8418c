import { Knex } from 'knex';
import { jsonRows } from './jsonRows';

/** Deletes rows by their keys; what else the given rows have does not matter. */
export async function removeRows<K extends string>(
  tx: Knex.Transaction,
  table: string,
  key: K[],
  rows: Record<K, string | number>[],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const { binding, sql } = jsonRows(
    tx,
    rows.map(row =>
      Object.fromEntries(key.map(column => [column, row[column]])),
    ),
  );
  const names = key.map(() => '??').join(', ');
  await tx.raw(
    `delete from ?? where (${names}) in (select ${names} from ${sql} removed)`,
    [table, ...key, ...key, binding],
  );
}
