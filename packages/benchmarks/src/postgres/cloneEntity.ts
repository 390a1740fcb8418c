import { Client } from 'pg';

/** Columns of which a copy has values of its own, as SQL over copy number `k`. */
interface Difference {
  table: string;
  differs: Record<string, string>;
}

function differences(scopes: number): Difference[] {
  const entity = `'component:default/service-' || k`;
  // As in a real one, what was imported later has a greater id.
  const finding = (column: string) =>
    `lpad(to_hex(k), 6, '0') || substr(md5(original.${column} || ':' || k), 1, length(original.${column}) - 6)`;
  const scope = (column: string) => `original.${column} + k * ${scopes}`;
  const earlier = (column: string) => `original.${column} - k * 60000`;
  return [
    { table: 'entity_states', differs: { entity_ref: entity } },
    { table: 'scopes', differs: { id: scope('id'), entity_ref: entity } },
    { table: 'coverage', differs: { entity_ref: entity } },
    {
      table: 'findings',
      differs: {
        id: finding('id'),
        entity_ref: entity,
        lead_scope_id: scope('lead_scope_id'),
        first_seen_at: earlier('first_seen_at'),
        due_at: earlier('due_at'),
      },
    },
    {
      table: 'presences',
      differs: {
        scope_id: scope('scope_id'),
        finding_id: finding('finding_id'),
      },
    },
  ];
}

/**
 * Copies all that is stored of one component to the components with the numbers
 * from `from` to `to`. A million findings come by this in a minute, where
 * sending them would take many; each row has what a real import has written.
 */
export async function cloneEntity(
  client: Client,
  options: { entityRef: string; from: number; to: number },
): Promise<void> {
  const { entityRef, from, to } = options;
  const { rows } = await client.query('SELECT max(id) AS scopes FROM scopes');
  const scopes = Number(rows[0].scopes);
  for (const { differs, table } of differences(scopes)) {
    const columns = await columnsOf(client, table);
    const values = columns.map(
      column =>
        differs[column] ?? `original.${client.escapeIdentifier(column)}`,
    );
    await client.query(
      `INSERT INTO ${table} (${columns.map(column => client.escapeIdentifier(column)).join(', ')})
       SELECT ${values.join(', ')}
       FROM ${table} AS original, generate_series($2::int, $3::int) AS k
       WHERE ${ofEntity(table)}
       ORDER BY k`,
      [entityRef, from, to],
    );
  }
  await client.query(
    `SELECT setval('scopes_id_seq', (SELECT max(id) FROM scopes))`,
  );
  await client.query('VACUUM ANALYZE');
}

function ofEntity(table: string): string {
  return table === 'presences'
    ? 'original.scope_id IN (SELECT id FROM scopes WHERE entity_ref = $1)'
    : 'original.entity_ref = $1';
}

async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT column_name FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1
     ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ column_name: name }) => name);
}
