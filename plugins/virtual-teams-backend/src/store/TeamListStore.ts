import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import {
  TeamFacet,
  TeamKind,
  TeamStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';

/** Which teams a list holds. */
export interface TeamFilter {
  /** Public statuses are seen by all; the others by who had to do with it. */
  privateStatuses: readonly TeamStatus[];
  seesAll: boolean;
  personId?: number;
  q?: { text: string; skillIds: string[] };
  platform?: string;
  /** Ids of a skill and of what it stands for. */
  skillIds?: string[];
  kind?: TeamKind;
  statuses: readonly TeamStatus[];
  needsHelp?: boolean;
  mine?: boolean;
  entityRef?: string;
}

export type FilterName = Exclude<
  keyof TeamFilter,
  'personId' | 'privateStatuses' | 'seesAll'
>;

/** Where a page begins: the keys of the row before. */
export type TeamKeys = [key: string | number, id: number];

export const TEAM_ORDERS = {
  recent: { column: 'last_active_at', order: 'desc' },
  title: { column: 'title_key', order: 'asc' },
  ends: { column: "coalesce(ends_on, '9999-12-31')", order: 'asc' },
} as const;

export type TeamOrder = keyof typeof TEAM_ORDERS;

const MOST = 10_000;

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, character => `\\${character}`);
}

/** Lists of teams, and what their filters would give. */
export class TeamListStore {
  async page(
    tx: Knex,
    filter: TeamFilter,
    options: { orderBy: TeamOrder; after?: TeamKeys; limit: number },
  ): Promise<{ id: number; keys: TeamKeys }[]> {
    const { column, order } = TEAM_ORDERS[options.orderBy];
    const key = tx.raw(column.includes('(') ? column : `teams.${column}`);
    const query = this.#matching(tx, filter)
      .select('teams.id', tx.raw('? as key', [key]))
      .orderByRaw(`? ${order}, teams.id ${order}`, [key])
      .limit(options.limit);
    if (options.after) {
      const [value, id] = options.after;
      const sign = order === 'asc' ? '>' : '<';
      query.whereRaw(`(?, teams.id) ${sign} (?, ?)`, [key, value, id]);
    }
    const rows: { id: number; key: string | number }[] = await query;
    return rows.map(row => ({
      id: Number(row.id),
      keys: [
        options.orderBy === 'recent' ? Number(row.key) : String(row.key),
        Number(row.id),
      ],
    }));
  }

  async count(tx: Knex, filter: TeamFilter): Promise<number> {
    const rows: { count: string | number }[] = await tx
      .count({ count: '*' })
      .from(
        this.#matching(tx, filter).select('teams.id').limit(MOST).as('found'),
      );
    return Number(rows[0].count);
  }

  /** Teams by value of a column of a table that hangs on them, or of their own. */
  async facet(
    tx: Knex,
    filter: TeamFilter,
    by: {
      table: 'team_platforms' | 'team_skills' | 'teams';
      column: string;
      without: FilterName;
    },
  ): Promise<TeamFacet[]> {
    const query = this.#matching(tx, filter, by.without);
    if (by.table !== 'teams') {
      query.join(by.table, `${by.table}.team_id`, 'teams.id');
    }
    const value = `${by.table}.${by.column}`;
    const rows: { value: string; count: string | number }[] = await query
      .select({ value })
      .countDistinct({ count: 'teams.id' })
      .groupBy(value)
      .orderBy([{ column: 'count', order: 'desc' }, { column: 'value' }])
      .limit(200);
    return rows.map(row => ({ value: row.value, count: Number(row.count) }));
  }

  #matching(
    tx: Knex,
    filter: TeamFilter,
    without?: FilterName,
  ): Knex.QueryBuilder {
    const query = tx('teams');
    const has = (name: FilterName) =>
      name !== without && filter[name] !== undefined && filter[name] !== false;
    if (has('statuses')) {
      query.whereIn('teams.status', [...filter.statuses]);
    }
    if (!filter.seesAll) {
      query.where(each => {
        each.whereNotIn('teams.status', [...filter.privateStatuses]);
        if (filter.personId !== undefined) {
          each.orWhere(mine => this.#concerns(tx, mine, filter.personId!));
        }
      });
    }
    if (has('q')) {
      const { skillIds, text } = filter.q!;
      const pattern = `%${escapeLike(text.toLocaleLowerCase('en-US'))}%`;
      query.where(each => {
        for (const column of ['title', 'outcome', 'initiative']) {
          each.orWhereRaw(`lower(teams.${column}) like ? escape '\\'`, [
            pattern,
          ]);
        }
        each.orWhereIn(
          'teams.id',
          tx('team_skills')
            .select('team_id')
            .where(found => whereAmong(found, 'skill_id', skillIds)),
        );
      });
    }
    if (has('platform')) {
      query.whereIn(
        'teams.id',
        tx('team_platforms')
          .select('team_id')
          .where({ platform_ref: filter.platform }),
      );
    }
    if (has('skillIds')) {
      query.whereIn(
        'teams.id',
        tx('team_skills')
          .select('team_id')
          .where(found => whereAmong(found, 'skill_id', filter.skillIds!)),
      );
    }
    if (has('kind')) {
      query.where({ 'teams.kind': filter.kind });
    }
    if (has('needsHelp')) {
      query.whereIn(
        'teams.id',
        tx('open_roles')
          .select('team_id')
          .where({ status: 'open' })
          .whereNotNull('team_id'),
      );
    }
    if (has('mine')) {
      query.where(mine =>
        filter.personId === undefined
          ? mine.whereRaw('1 = 0')
          : this.#concerns(tx, mine, filter.personId),
      );
    }
    if (has('entityRef')) {
      query.whereIn(
        'teams.id',
        tx('team_entities')
          .select('team_id')
          .where({ entity_ref: filter.entityRef }),
      );
    }
    return query;
  }

  /** Teams that somebody has to do with. */
  #concerns(tx: Knex, query: Knex.QueryBuilder, personId: number): void {
    query
      .where({ 'teams.lead_id': personId })
      .orWhere({ 'teams.sponsor_id': personId })
      .orWhere({ 'teams.proposed_by': personId })
      .orWhereIn(
        'teams.id',
        tx('team_deputies').select('team_id').where({ person_id: personId }),
      )
      .orWhereIn(
        'teams.id',
        tx('memberships')
          .select('team_id')
          .where({ person_id: personId })
          .whereIn('status', ['invited', 'requested', 'active', 'leaving']),
      );
  }
}
