import { Knex } from 'knex';

/**
 * Limits a query to rows whose column is one of many values. They travel as one
 * binding, so that there can be more of them than a statement takes.
 *
 * @public
 */
export function whereAmong(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly (string | number)[],
): void {
  if (values.length === 0) {
    // An empty list would have no type.
    query.whereRaw('1 = 0');
  } else if (query.client.config.client === 'pg') {
    const type = typeof values[0] === 'number' ? 'int' : 'text';
    query.whereRaw(`?? = any(?::${type}[])`, [column, values as string[]]);
  } else {
    query.whereRaw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(values),
    ]);
  }
}
