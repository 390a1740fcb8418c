import { Knex } from 'knex';

/** Which entities belong to a group, a system or a domain. */
export interface Members {
  column: 'owner_ref' | 'entity_ref';
  refs: string[];
}

/** Keeps rows whose column is among the refs, as one binding however many. */
export function restrictTo(
  query: Knex.QueryBuilder,
  { column, refs }: { column: string; refs: string[] },
): void {
  if (query.client.config.client === 'pg') {
    query.whereRaw('?? = any(?)', [column, refs]);
  } else {
    query.whereRaw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(refs),
    ]);
  }
}
