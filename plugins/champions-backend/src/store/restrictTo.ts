import { isPostgres } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/** Keeps rows whose column is among the values, as one binding however many. */
export function restrictTo(
  tx: Knex,
  query: Knex.QueryBuilder,
  column: string,
  values: string[] | number[],
): void {
  if (isPostgres(tx)) {
    query.whereRaw('?? = any(?)', [column, values]);
  } else {
    query.whereRaw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(values),
    ]);
  }
}
