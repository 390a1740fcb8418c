import {
  Level,
  STAGE_SHARES,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { AggregateRow } from '../rollups/summarise';
import { STAGE_COLUMNS, stageColumn } from '../rollups/stageWeights';
import { atTarget } from './atTarget';
import { LIST_COLUMNS, ListedScore } from './listColumns';
import { Members, restrictTo } from './restrictTo';

/** Which rows count. */
export interface RollupFilter {
  scorecard: string;
  /** All when absent. */
  members?: Members;
  /** Refs of entities that the caller may see; all when absent. */
  seen?: string[];
}

/** An entity with its level now, and before. */
export interface ChangedLevel {
  entity_ref: string;
  title: string | null;
  owner_ref: string | null;
  level: Level;
  was: Level;
}

type Counted = Omit<AggregateRow, 'sums' | 'entities'> &
  Record<string, unknown>;

const ENTITIES_PREFIX = 'entities_';

const SUMS = [
  ...STAGE_COLUMNS.map(column => `sum(${column}) as ${column}`),
  ...STAGES.map(
    stage =>
      `sum(case when ${STAGE_SHARES.map(
        share => `${stageColumn(stage, share)} > 0`,
      ).join(' or ')} then 1 else 0 end) as ${ENTITIES_PREFIX}${stage}`,
  ),
].join(', ');

function toAggregate(row: Counted): AggregateRow {
  return {
    key: row.key ?? null,
    level: row.level,
    tier: row.tier,
    met: row.met === null ? null : Number(row.met),
    count: Number(row.count),
    experimental: Number(row.experimental),
    sums: Object.fromEntries(
      STAGE_COLUMNS.map(column => [column, Number(row[column] ?? 0)]),
    ) as AggregateRow['sums'],
    entities: Object.fromEntries(
      STAGES.map(stage => [stage, Number(row[ENTITIES_PREFIX + stage] ?? 0)]),
    ) as AggregateRow['entities'],
  };
}

/** Sums over current scores; none of it looks at history. */
export class RollupStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Sums by level, tier and target, and by another column if asked. */
  async aggregate(
    filter: RollupFilter,
    by?: 'owner_ref' | 'system_ref',
  ): Promise<AggregateRow[]> {
    const query = this.#filtered(filter)
      .select('level', 'tier')
      .select(
        this.#database.raw(
          `${atTarget} as met, count(*) as count, sum(case when lifecycle = 'experimental' then 1 else 0 end) as experimental, ${SUMS}`,
        ),
      )
      .groupBy('level', 'tier', this.#database.raw(atTarget));
    if (by) {
      query.select({ key: by }).groupBy(by);
    }
    const rows: Counted[] = await query;
    return rows.map(toAggregate);
  }

  async refs(filter: RollupFilter, limit: number): Promise<string[]> {
    const rows: { entity_ref: string }[] = await this.#filtered(filter)
      .select('entity_ref')
      .orderBy('entity_ref')
      .limit(limit);
    return rows.map(row => row.entity_ref);
  }

  /** Those on another level than at a time; what was not known then did not change. */
  async changedLevels(
    filter: RollupFilter,
    then: number,
    limit: number,
  ): Promise<ChangedLevel[]> {
    const was = this.#database('entity_score_history as h')
      .whereRaw('h.entity_ref = entity_scores.entity_ref')
      .whereRaw('h.scorecard_id = entity_scores.scorecard_id')
      .where('h.since', '<=', then)
      .orderBy('h.since', 'desc')
      .limit(1)
      .select('h.level')
      .as('was');
    return this.#database
      .from(
        this.#filtered(filter)
          .select('entity_ref', 'name', 'title', 'owner_ref', 'level', was)
          .as('compared'),
      )
      .whereRaw('was <> level')
      .orderBy(['name', 'entity_ref'])
      .limit(limit)
      .select('entity_ref', 'title', 'owner_ref', 'level', 'was');
  }

  /** Lowest level and score first, without what is experimental. */
  async weakest(filter: RollupFilter, limit: number): Promise<ListedScore[]> {
    return this.#filtered(filter)
      .select(LIST_COLUMNS)
      .where(lifecycle =>
        lifecycle
          .whereNull('lifecycle')
          .orWhere('lifecycle', '<>', 'experimental'),
      )
      .orderBy(['level_rank', 'sort_score', 'entity_ref'])
      .limit(limit);
  }

  async median(
    filter: RollupFilter,
  ): Promise<{ low: number; high: number; entities: number } | undefined> {
    const low = await this.#medianOf(filter, 'score_low');
    const high = await this.#medianOf(filter, 'public_score_high');
    return low && high
      ? { low: low.value, high: high.value, entities: low.entities }
      : undefined;
  }

  async #medianOf(
    filter: RollupFilter,
    column: 'score_low' | 'public_score_high',
  ): Promise<{ value: number; entities: number } | undefined> {
    const numbered = this.#filtered(filter)
      .whereNotNull(column)
      .select({ value: column })
      .select(
        this.#database.raw(
          'row_number() over (order by ??) as place, count(*) over () as entities',
          [column],
        ),
      )
      .as('numbered');
    const [row] = await this.#database
      .from(numbered)
      .whereRaw('place in ((entities + 1) / 2, (entities + 2) / 2)')
      .select(
        this.#database.raw('avg(value) as value, max(entities) as entities'),
      );
    return row?.value === null || row === undefined
      ? undefined
      : { value: Number(row.value), entities: Number(row.entities) };
  }

  #filtered({ scorecard, members, seen }: RollupFilter): Knex.QueryBuilder {
    const query = this.#database<{ level: Level }>('entity_scores').where(
      'scorecard_id',
      scorecard,
    );
    if (members) {
      restrictTo(query, members);
    }
    if (seen) {
      restrictTo(query, { column: 'entity_ref', refs: seen });
    }
    return query;
  }
}
