import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { Engine } from '../rows';
import { engineOf, isPostgres } from './engine';

/** What incoming findings are compared with. */
export class CandidateStore {
  /** The database that rows are to be made for. */
  readonly engine: Engine;
  readonly #database: Knex;

  constructor(database: Knex) {
    this.engine = engineOf(database);
    this.#database = database;
  }

  /**
   * Findings of an entity that have one of the types or are present in one of
   * the scopes, as one JSON text: the worker reads it, this thread does not.
   */
  async read(
    entityRef: string,
    types: ControlType[],
    scopeIds: number[],
  ): Promise<string> {
    const postgres = isPostgres(this.#database);
    const scopesOfEntity = 'SELECT id FROM scopes WHERE entity_ref = ?';
    const scopeList = postgres
      ? `string_agg(scope_id::text, ',')`
      : 'group_concat(scope_id)';
    const tuple = `${
      postgres ? 'json_build_array' : 'json_array'
    }(id, identity, attributes_hash, status, type, lead_scope_id, present_in, CASE WHEN verdict IS NULL AND statement_verdict IS NULL THEN 0 ELSE 1 END)`;
    const sorted = `(${tuple} ORDER BY first_seen_at, id) FILTER (WHERE id IS NOT NULL)`;
    const list = postgres
      ? `COALESCE((json_agg${sorted})::text, '[]')`
      : `json_group_array${sorted}`;
    const marks = (values: unknown[]) => values.map(() => '?').join(', ');
    const wanted = [
      ...(types.length > 0 ? [`type IN (${marks(types)})`] : []),
      ...(scopeIds.length > 0
        ? [
            `id IN (SELECT finding_id FROM presences WHERE scope_id IN (${marks(scopeIds)}) AND present)`,
          ]
        : []),
    ];
    if (wanted.length === 0) {
      return '[]';
    }
    const result = await this.#database.raw(
      // Presences by scope lie side by side, those of a finding do not. The join
      // is full since PostgreSQL never nests loops for that; statistics that do
      // not know the entity yet would have it compare each with each.
      `WITH seen AS (
         SELECT finding_id, ${scopeList} AS present_in FROM presences
         WHERE present AND scope_id IN (${scopesOfEntity})
         GROUP BY finding_id
       ), matching AS (
         SELECT * FROM findings
         WHERE entity_ref = ? AND (${wanted.join(' OR ')})
       )
       SELECT ${list} AS list
       FROM matching FULL JOIN seen ON seen.finding_id = matching.id`,
      [entityRef, entityRef, ...types, ...scopeIds],
    );
    const [row] = postgres ? result.rows : result;
    return row.list;
  }
}
