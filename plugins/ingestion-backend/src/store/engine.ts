import { Knex } from 'knex';

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

type ColumnType = 'text' | 'smallint' | 'integer' | 'boolean' | 'real';

/**
 * A list of JSON objects as a table `r`, for one binding. Set-based statements
 * read their rows from it, so that rows reach the database as one text,
 * whatever their number.
 */
export function jsonRows(
  database: Knex,
  columns: Record<string, ColumnType>,
): string {
  const names = Object.keys(columns);
  if (isPostgres(database)) {
    const definition = names.map(name => `"${name}" ${columns[name]}`);
    return `json_to_recordset(?::json) AS r(${definition.join(', ')})`;
  }
  const extracts = names.map(name => `value ->> '${name}' AS "${name}"`);
  return `(SELECT ${extracts.join(', ')} FROM json_each(?)) AS r`;
}

/** A list of JSON strings as a table `r(id)`, for one binding. */
export function jsonIds(database: Knex): string {
  return isPostgres(database)
    ? 'json_array_elements_text(?::json) AS r(id)'
    : '(SELECT value AS id FROM json_each(?)) AS r';
}

/** Cuts a list into pieces that fit the bindings of one statement. */
export function* inPieces<T>(
  items: readonly T[],
  size: number,
): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
