import { Knex } from 'knex';

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

  /** Ends a scope of another ref, and findings that only it knew. */
  async deleteScope(id: number): Promise<void> {
    await this.#database.transaction(async tx => {
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
    });
  }
}
