import { Knex } from 'knex';
import { restrictTo } from './restrictTo';
import { RollupFilter } from './RollupStore';

/** Components behind an activity. */
export interface ActivityCount {
  activity: string;
  applicable: number;
  supported: number;
}

/** Sums over current outcomes of checks. */
export class MaturityStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** One statement, however many activities; those without rows are absent. */
  async count(
    { members, scorecard, seen }: RollupFilter,
    mapping: readonly { activity: string; checkId: string }[],
  ): Promise<ActivityCount[]> {
    const entities = this.#database('entity_scores')
      .select('entity_ref')
      .where('scorecard_id', scorecard);
    if (members) {
      restrictTo(entities, members);
    }
    if (seen) {
      restrictTo(entities, { column: 'entity_ref', refs: seen });
    }
    const pairs = JSON.stringify(
      mapping.map(({ activity, checkId }) => [activity, checkId]),
    );
    const perEntity = this.#database
      .from(
        this.#database.raw(
          `(select value ->> 0 as activity, value ->> 1 as check_id from ${
            this.#database.client.config.client === 'pg'
              ? 'json_array_elements(?::json)'
              : 'json_each(?)'
          }) as mapping`,
          [pairs],
        ),
      )
      .join('check_results as result', 'result.check_id', 'mapping.check_id')
      .whereNull('result.until')
      .whereNot('result.outcome', 'not_applicable')
      .whereIn('result.entity_ref', entities)
      .groupBy('mapping.activity', 'result.entity_ref')
      .select('mapping.activity')
      .select(
        this.#database.raw(
          "min(case when result.outcome = 'pass' then 1 else 0 end) as supported",
        ),
      )
      .as('per_entity');
    const rows: { activity: string; applicable: number; supported: number }[] =
      await this.#database
        .from(perEntity)
        .groupBy('activity')
        .select('activity')
        .select(
          this.#database.raw(
            'count(*) as applicable, sum(supported) as supported',
          ),
        );
    return rows.map(({ activity, applicable, supported }) => ({
      activity,
      applicable: Number(applicable),
      supported: Number(supported),
    }));
  }
}
