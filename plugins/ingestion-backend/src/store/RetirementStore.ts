import { Knex } from 'knex';
import { isPostgres, toNumber } from './engine';
import { StoredScope } from './ScopeStore';

/** Of a list of scopes, the place of the row before the page. */
export interface ScopePosition {
  lastScanAt: number;
  id: number;
}

/** A scope that ends. */
export interface Retirement {
  scope: StoredScope;
  actor: string;
  reason: string;
  /** In milliseconds. */
  at: number;
}

/** Scopes as people see them, and the end of those that will not report again. */
export class RetirementStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** The longest silent first; one id more than the limit tells that there are more. */
  async listIds(
    entityRef: string,
    options: { retired: boolean; after?: ScopePosition; limit: number },
  ): Promise<number[]> {
    const { after, limit, retired } = options;
    const query = this.#of(entityRef, retired)
      .orderBy(['last_scan_at', 'id'])
      .limit(limit);
    if (after) {
      query.whereRaw('(last_scan_at, id) > (?, ?)', [
        after.lastScanAt,
        after.id,
      ]);
    }
    return query.pluck('id');
  }

  async count(
    entityRef: string,
    options: { retired: boolean; limit: number },
  ): Promise<number> {
    const [{ count }] = await this.#database
      .from(
        this.#of(entityRef, options.retired)
          .limit(options.limit)
          .select('id')
          .as('found'),
      )
      .count({ count: '*' });
    return Number(count);
  }

  /** How many findings each of these shows now; none are left out. */
  async countPresent(ids: number[]): Promise<Map<number, number>> {
    const rows: { scope_id: number; count?: number | string }[] =
      await this.#database('presences')
        .whereIn('scope_id', ids)
        .where('present', true)
        .groupBy('scope_id')
        .select('scope_id')
        .count({ count: '*' });
    return new Map(
      rows.map(row => [toNumber(row.scope_id), Number(row.count)]),
    );
  }

  /**
   * Ends the presences of a scope. Findings that no other scope that counts
   * sees are resolved, and say why. Answers how many.
   */
  async retire(tx: Knex.Transaction, retirement: Retirement): Promise<number> {
    const { actor, at, reason, scope } = retirement;
    const { id } = scope;
    const gone = `status IN ('open', 'dismissed', 'risk_accepted') AND id IN (
      SELECT mine.finding_id FROM presences mine
      WHERE mine.scope_id = ${id} AND mine.present AND NOT EXISTS (
        SELECT 1 FROM presences others JOIN scopes ON scopes.id = others.scope_id
        WHERE others.finding_id = mine.finding_id AND others.scope_id <> ${id}
          AND others.present AND scopes.counted))`;
    await tx.raw(
      `INSERT INTO finding_events (finding_id, at, kind, actor, tool, note)
       SELECT id, CAST(${at} AS bigint), 'resolved', ?, ?, ?
       FROM findings WHERE ${gone}`,
      [actor, scope.tool, `its scan was retired by ${actor} because ${reason}`],
    );
    const result = await tx.raw(
      `UPDATE findings SET status = 'resolved', resolved_at = CAST(${at} AS bigint),
         retired_at = CAST(${at} AS bigint), dismissal_request = NULL, severity_request = NULL
       WHERE ${gone}`,
    );
    await this.#end(tx, retirement);
    return result.rowCount ?? result.changes ?? 0;
  }

  async #end(tx: Knex.Transaction, retirement: Retirement): Promise<void> {
    const { actor, at, reason, scope } = retirement;
    const { id } = scope;
    // Others that see the same findings may have to lend them their words.
    await tx.raw(
      `UPDATE scopes SET digest = NULL WHERE id IN (
         SELECT others.scope_id FROM presences mine
         JOIN presences others ON others.finding_id = mine.finding_id
         WHERE mine.scope_id = ${id} AND mine.present AND others.present)`,
    );
    const later = isPostgres(tx) ? 'GREATEST' : 'MAX';
    await tx.raw(
      `UPDATE presences SET present = false,
         seen_at = ${later}(seen_at, CAST(${scope.lastCompleteAt ?? 0} AS bigint))
       WHERE scope_id = ${id} AND present`,
    );
    await tx('scopes').where({ id }).update({
      digest: null,
      finding_count: 0,
      retired_at: at,
      retired_by: actor,
      retired_reason: reason,
    });
  }

  #of(entityRef: string, retired: boolean): Knex.QueryBuilder {
    const query = this.#database('scopes').where({ entity_ref: entityRef });
    return retired
      ? query.whereNotNull('retired_at')
      : query.whereNull('retired_at');
  }
}
