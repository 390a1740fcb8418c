import { Client } from 'pg';

/** Bytes of tables with their indexes and what is stored beside them. */
export async function storedBytes(
  client: Client,
  tables: string[],
): Promise<number> {
  const { rows } = await client.query(
    `SELECT sum(pg_total_relation_size(name::regclass))::text AS bytes
     FROM unnest($1::text[]) AS name`,
    [tables],
  );
  return Number(rows[0].bytes);
}
