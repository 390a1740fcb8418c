import { isPostgres } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/**
 * Rows to select from, with one parameter however many they are. The first one
 * tells names of columns, and whole numbers from text.
 */
export function jsonRows<T extends object>(
  database: Knex,
  rows: readonly T[],
): { sql: string; binding: string } {
  const columns = Object.entries(rows[0]).map(([name, value], index) =>
    typeof value === 'number'
      ? `cast(value ->> ${index} as bigint) as ${name}`
      : `value ->> ${index} as ${name}`,
  );
  const from = isPostgres(database)
    ? 'json_array_elements(?::json)'
    : 'json_each(?)';
  return {
    sql: `(select ${columns.join(', ')} from ${from})`,
    binding: JSON.stringify(rows.map(row => Object.values(row))),
  };
}
