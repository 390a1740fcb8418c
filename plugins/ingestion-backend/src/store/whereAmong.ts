import { Knex } from 'knex';
import { isPostgres } from './engine';

/** A column among many values, with one binding whatever their number. */
export function whereAmong(
  query: Knex.QueryBuilder,
  database: Knex,
  column: string,
  values: string[],
): void {
  query.whereRaw(
    isPostgres(database)
      ? `${column} = ANY(?)`
      : `${column} IN (SELECT value FROM json_each(?))`,
    [isPostgres(database) ? values : JSON.stringify(values)],
  );
}
