import { Knex } from 'knex';
import { AbandonedScope } from './ScopeStore';

/** Deletes what is no longer kept. */
export class RetentionStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Deletes some deployments, runs and their states. Answers how many. */
  async deleteDeliveriesBefore(before: number, limit: number): Promise<number> {
    let deleted = 0;
    for (const [table, time] of [
      ['deployments', 'finished_at'],
      ['pipeline_runs', 'finished_at'],
      ['delivery_states', 'received_at'],
    ]) {
      deleted += await this.#database(table)
        .whereIn(
          'id',
          this.#database(table)
            .where(time, '<', before)
            .orderBy(time)
            .limit(limit)
            .select('id'),
        )
        .delete();
    }
    return deleted;
  }

  /**
   * Ends a scope of another ref, and findings that only it knew. Answers
   * whether it was still abandoned, which is to be asked with the entity
   * locked: a report may have come for it, or its ref be the default one now.
   */
  async deleteScope(
    tx: Knex.Transaction,
    { entityRef, id }: AbandonedScope,
    lastReportBefore: number,
  ): Promise<boolean> {
    const abandoned = await tx('scopes')
      .where({ id, entity_ref: entityRef, counted: false })
      .where('last_report_at', '<', lastReportBefore)
      .first('id');
    if (!abandoned) {
      return false;
    }
    const orphans = () =>
      tx('findings')
        .where({ status: 'unlisted' })
        .whereExists(
          tx('presences')
            .select(tx.raw('1'))
            .whereRaw('presences.finding_id = findings.id')
            .where({ scope_id: id }),
        )
        .whereNotExists(
          tx('presences')
            .select(tx.raw('1'))
            .whereRaw('presences.finding_id = findings.id')
            .whereNot({ scope_id: id }),
        )
        .select('id');
    await tx('finding_events').whereIn('finding_id', orphans()).delete();
    await tx('findings').whereIn('id', orphans()).delete();
    await tx('presences').where({ scope_id: id }).delete();
    await tx('scopes').where({ id }).delete();
    return true;
  }
}
