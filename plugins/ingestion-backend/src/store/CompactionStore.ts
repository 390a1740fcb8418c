import { Knex } from 'knex';
import { flowSql } from './FindingFlowStore';

/** Takes findings and their history out of the tables, but not out of the sums. */
export class CompactionStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Entities with findings that were resolved before a time. */
  async entitiesResolvedBefore(
    before: number,
    limit: number,
  ): Promise<string[]> {
    return this.#database('findings')
      .where('resolved_at', '<', before)
      .where({ status: 'resolved' })
      .distinct('entity_ref')
      .limit(limit)
      .pluck('entity_ref');
  }

  /** Entities that left the catalog and sent nothing since a time. */
  async entitiesVanishedBefore(
    before: number,
    limit: number,
  ): Promise<string[]> {
    return this.#database('entity_states')
      .where({ vanished: true })
      .where('observed_at', '<', before)
      .whereExists(
        this.#database('scopes')
          .select(this.#database.raw('1'))
          .whereRaw('scopes.entity_ref = entity_states.entity_ref'),
      )
      .limit(limit)
      .pluck('entity_ref');
  }

  /** How many findings of an entity it compacted, at most `limit`. */
  async compactResolved(
    tx: Knex.Transaction,
    entityRef: string,
    before: number,
    limit: number,
  ): Promise<number> {
    const ids: string[] = await tx('findings')
      .where({ entity_ref: entityRef, status: 'resolved' })
      .where('resolved_at', '<', before)
      .orderBy('resolved_at')
      .limit(limit)
      .pluck('id');
    await this.#compact(tx, ids);
    return ids.length;
  }

  /** The same for all findings of an entity, whatever their status. */
  async compactAll(
    tx: Knex.Transaction,
    entityRef: string,
    limit: number,
  ): Promise<number> {
    const ids: string[] = await tx('findings')
      .where({ entity_ref: entityRef })
      .limit(limit)
      .pluck('id');
    await this.#compact(tx, ids);
    return ids.length;
  }

  /** What an entity has besides its findings. */
  async dropScopes(tx: Knex.Transaction, entityRef: string): Promise<void> {
    await tx('coverage').where({ entity_ref: entityRef }).delete();
    await tx('scopes').where({ entity_ref: entityRef }).delete();
  }

  /** What scans said of findings long ago; what people did is kept. */
  async dropUpdatesBefore(before: number, limit: number): Promise<number> {
    return this.#database('finding_events')
      .whereIn(
        'id',
        this.#database('finding_events')
          .where({ kind: 'updated' })
          .where('at', '<', before)
          .orderBy('at')
          .limit(limit)
          .select('id'),
      )
      .delete();
  }

  async #compact(tx: Knex.Transaction, ids: string[]): Promise<void> {
    if (ids.length === 0) {
      return;
    }
    const marks = ids.map(() => '?').join(', ');
    await tx.raw(
      `INSERT INTO finding_flow (entity_ref, day, type, severity, opened, closed, closed_in_time)
       SELECT entity_ref, day, type, severity, SUM(opened), SUM(closed), SUM(closed_in_time)
       FROM (${flowSql(`id IN (${marks})`)}) AS flow WHERE true
       GROUP BY entity_ref, day, type, severity
       ON CONFLICT (entity_ref, day, type, severity) DO UPDATE SET
         opened = finding_flow.opened + excluded.opened,
         closed = finding_flow.closed + excluded.closed,
         closed_in_time = finding_flow.closed_in_time + excluded.closed_in_time`,
      [...ids, ...ids],
    );
    for (const table of ['finding_events', 'finding_actions', 'presences']) {
      await tx(table).whereIn('finding_id', ids).delete();
    }
    await tx('findings').whereIn('id', ids).delete();
  }
}
