import {
  EntityScoreOrder,
  EntityScoresQuery,
  Level,
  STAGE_SHARES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { stageColumn } from '../rollups/stageWeights';
import { atTarget } from './atTarget';
import { StoredScore } from './results';
import { Members, restrictTo } from './restrictTo';
import { LIST_COLUMNS, ListedScore } from './listColumns';

type Column = 'level_rank' | 'sort_score' | 'name' | 'sort_evidence';

/** Only orders that an index serves; the entity ref makes each unique. */
const ORDERS: Record<EntityScoreOrder, { columns: Column[]; down: boolean }> = {
  worst: { columns: ['level_rank', 'sort_score'], down: false },
  best: { columns: ['level_rank', 'sort_score'], down: true },
  name: { columns: ['name'], down: false },
  evidence: { columns: ['sort_evidence'], down: false },
};

/** Where a page begins: after (or, backwards, before) the row with these keys. */
export interface Position {
  /** None at the beginning of the list. */
  keys: (string | number)[];
  backwards: boolean;
  /** Rows after the position that are passed over. */
  skip?: number;
}

export type ScoreFilter = Pick<
  EntityScoresQuery,
  'level' | 'ownedBy' | 'system' | 'tier' | 'q' | 'target' | 'stage' | 'outcome'
> & {
  scorecard: string;
  /** Only these. */
  entityRefs?: string[];
  /** What the query's `within` stands for. */
  members?: Members;
};

/** Lists of scores. */
export class ScoreListStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Rows after a position; when it points backwards, nearest first. */
  async page(
    filter: ScoreFilter,
    order: EntityScoreOrder,
    position: Position | undefined,
    limit: number,
  ): Promise<ListedScore[]> {
    const { columns, down } = ORDERS[order];
    const backwards = position?.backwards ?? false;
    const descending = down !== backwards;
    const all = [...columns, 'entity_ref'];
    const query = this.#filtered(filter)
      .select(LIST_COLUMNS)
      .orderBy(
        all.map(column => ({ column, order: descending ? 'desc' : 'asc' })),
      )
      .limit(limit);
    if (position?.skip) {
      query.offset(position.skip);
    }
    if (position && position.keys.length > 0) {
      query.andWhere(inner =>
        beyond(inner, all, position.keys, descending ? '<' : '>'),
      );
    }
    return query;
  }

  keysOf(row: ListedScore, order: EntityScoreOrder): (string | number)[] {
    return [
      ...ORDERS[order].columns.map(column => row[column]),
      row.entity_ref,
    ];
  }

  keyCount(order: EntityScoreOrder): number {
    return ORDERS[order].columns.length + 1;
  }

  /** Rows per level, whatever levels the filter asks for. */
  async countByLevel(filter: ScoreFilter): Promise<Map<Level, number>> {
    const rows: { level: Level; count: number | string }[] =
      await this.#filtered({ ...filter, level: undefined })
        .select('level')
        .count({ count: '*' })
        .groupBy('level');
    return new Map(rows.map(row => [row.level, Number(row.count)]));
  }

  /** Refs and levels, whatever levels the filter asks for. */
  async refs(
    filter: ScoreFilter,
    limit: number,
  ): Promise<Pick<StoredScore, 'entity_ref' | 'level'>[]> {
    return this.#filtered({ ...filter, level: undefined })
      .select('entity_ref', 'level')
      .orderBy('entity_ref')
      .limit(limit);
  }

  #filtered(filter: ScoreFilter): Knex.QueryBuilder {
    const query = this.#database('entity_scores').where(
      'scorecard_id',
      filter.scorecard,
    );
    if (filter.entityRefs) {
      const refs = filter.entityRefs;
      query.where(each => whereAmong(each, 'entity_ref', refs));
    }
    if (filter.level) {
      query.whereIn('level', filter.level);
    }
    if (filter.ownedBy) {
      query.whereIn('owner_ref', filter.ownedBy);
    }
    if (filter.system) {
      query.where('system_ref', filter.system);
    }
    if (filter.tier) {
      query.whereIn('tier', filter.tier);
    }
    if (filter.members) {
      restrictTo(query, filter.members);
    }
    if (filter.target) {
      query.whereRaw(`${atTarget} = ?`, [filter.target === 'met' ? 1 : 0]);
    }
    const { stage, outcome } = filter;
    if (stage) {
      query.andWhere(any => {
        for (const share of outcome ? [outcome] : STAGE_SHARES) {
          any.orWhere(stageColumn(stage, share), '>', 0);
        }
      });
    }
    if (filter.q) {
      const prefix = filter.q
        .toLocaleLowerCase('en-US')
        .replace(/[\\%_]/g, '\\$&');
      query.whereRaw("name like ? escape '\\'", [`${prefix}%`]);
    }
    return query;
  }
}

/** `(a, b, c) > (x, y, z)`, written so that both engines read it alike. */
function beyond(
  query: Knex.QueryBuilder,
  columns: string[],
  keys: (string | number)[],
  operator: '<' | '>',
): void {
  const [column, ...restColumns] = columns;
  const [key, ...restKeys] = keys;
  query.where(column, operator, key);
  if (restColumns.length > 0) {
    query.orWhere(same => {
      same
        .where(column, key)
        .andWhere(inner => beyond(inner, restColumns, restKeys, operator));
    });
  }
}
