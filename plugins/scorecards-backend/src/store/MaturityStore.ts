import { Knex } from 'knex';
import { restrictTo } from './restrictTo';
import { RollupFilter } from './RollupStore';

/** Components behind an activity. */
export interface ActivityCount {
  activity: string;
  applicable: number;
  supported: number;
}

/** A component behind it. */
export interface ActivityEntity {
  entity_ref: string;
  title: string | null;
  owner_ref: string | null;
  supported: number;
}

const SUPPORTED = "min(case when result.outcome = 'pass' then 1 else 0 end)";

/** Sums over current outcomes of checks. */
export class MaturityStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** One statement, however many activities; those without rows are absent. */
  async count(
    filter: RollupFilter,
    mapping: readonly { activity: string; checkId: string }[],
  ): Promise<ActivityCount[]> {
    const entities = this.#entities(filter).select('entity_ref');
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
      .join('check_standings as result', 'result.check_id', 'mapping.check_id')
      .whereNot('result.outcome', 'not_applicable')
      .whereIn('result.entity_ref', entities)
      .groupBy('mapping.activity', 'result.entity_ref')
      .select('mapping.activity')
      .select(this.#database.raw(`${SUPPORTED} as supported`))
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

  /** The components behind an activity, by ref. */
  async list(
    filter: RollupFilter,
    checkIds: readonly string[],
    options: { supported?: boolean; after?: string; limit: number },
  ): Promise<ActivityEntity[]> {
    const { after, limit, supported } = options;
    const query = this.#entities(filter)
      .join(
        'check_standings as result',
        'result.entity_ref',
        'entity_scores.entity_ref',
      )
      .whereNot('result.outcome', 'not_applicable')
      .whereIn('result.check_id', checkIds)
      .groupBy(
        'entity_scores.entity_ref',
        'entity_scores.title',
        'entity_scores.owner_ref',
      )
      .select(
        'entity_scores.entity_ref',
        'entity_scores.title',
        'entity_scores.owner_ref',
      )
      .select(this.#database.raw(`${SUPPORTED} as supported`))
      .orderBy('entity_scores.entity_ref')
      .limit(limit);
    if (after !== undefined) {
      query.where('entity_scores.entity_ref', '>', after);
    }
    if (supported !== undefined) {
      query.havingRaw(`${SUPPORTED} = ?`, [supported ? 1 : 0]);
    }
    return query;
  }

  #entities({ members, scorecard, seen }: RollupFilter): Knex.QueryBuilder {
    const query = this.#database('entity_scores').where(
      'entity_scores.scorecard_id',
      scorecard,
    );
    if (members) {
      restrictTo(query, {
        column: `entity_scores.${members.column}`,
        refs: members.refs,
      });
    }
    if (seen) {
      restrictTo(query, { column: 'entity_scores.entity_ref', refs: seen });
    }
    return query;
  }
}
