import { Knex } from 'knex';
import { Engine, Layout, Rows } from '../rows';

export function isPostgres(database: Knex): boolean {
  return database.client.config.client === 'pg';
}

/** PostgreSQL's driver returns a bigint as text, SQLite's as a number. */
export function toNumber(value: number | string): number {
  return Number(value);
}

export function toOptionalNumber(
  value: number | string | null,
): number | undefined {
  return value === null ? undefined : Number(value);
}

/** SQLite has no booleans. */
export function toBoolean(value: boolean | number): boolean {
  return value === true || value === 1;
}

export function engineOf(database: Knex): Engine {
  return isPostgres(database) ? 'pg' : 'sqlite';
}

/** Rows as a table `r` of a statement, with the bindings that it takes. */
export interface RowsTable {
  sql: string;
  bindings: string[];
}

/**
 * Set-based statements read their rows from this table. Columns that are not
 * wanted are left out.
 */
export function rowsTable(
  database: Knex,
  layout: Layout,
  rows: Rows,
  wanted: readonly string[] = Object.keys(layout),
): RowsTable {
  const names = Object.keys(layout);
  if (isPostgres(database)) {
    const arrays = wanted.map(name => `?::${layout[name]}[]`);
    const columns = wanted.map(name => `"${name}"`);
    return {
      sql: `unnest(${arrays.join(', ')}) AS r(${columns.join(', ')})`,
      bindings: wanted.map(name => rows.texts[names.indexOf(name)]),
    };
  }
  const extracts = wanted.map(
    name => `value ->> ${names.indexOf(name)} AS "${name}"`,
  );
  return {
    sql: `(SELECT ${extracts.join(', ')} FROM json_each(?)) AS r`,
    bindings: rows.texts,
  };
}
