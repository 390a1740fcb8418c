import { Client } from 'pg';

/** What tells rows written from now on from older ones. */
export async function markNow(client: Client): Promise<string> {
  const { rows } = await client.query(
    'SELECT pg_current_xact_id()::text AS mark',
  );
  return rows[0].mark;
}

/** Rows of a table that were inserted or changed since the mark. */
export async function writtenSince(
  client: Client,
  table: string,
  mark: string,
): Promise<number> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS written FROM ${client.escapeIdentifier(table)} WHERE xmin::text::bigint >= $1::bigint`,
    [mark],
  );
  return rows[0].written;
}
