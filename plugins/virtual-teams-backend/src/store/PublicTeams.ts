import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import {
  TeamKind,
  TeamStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';

/** Statuses in which everybody who reads teams sees a team. */
export const PUBLIC_TEAM_STATUSES: readonly TeamStatus[] = [
  'forming',
  'active',
  'paused',
  'closing',
  'archived',
];

export interface PublicTeam {
  id: number;
  teamRef: string;
  title: string;
  outcome: string;
  kind: TeamKind;
  status: TeamStatus;
  platformRefs: string[];
  skillIds: string[];
}

export interface PublicRole {
  id: string;
  title: string;
  skillId?: string;
  level?: number;
  platformRef?: string;
  teamRef?: string;
  teamTitle?: string;
  seatsLeft: number;
}

/** What is looked for in teams and roles: any skill, or any word. */
export interface TeamFilter {
  skillIds: string[];
  words: string[];
  platformRefs?: string[];
}

export const MOST_TEAMS = 500;

function group<T>(
  rows: T[],
  key: (row: T) => number,
  value: (row: T) => string,
): Map<number, string[]> {
  const lists = new Map<number, string[]>();
  rows.forEach(row =>
    lists.set(key(row), [...(lists.get(key(row)) ?? []), value(row)]),
  );
  return lists;
}

function like(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Teams and open roles that are no secret. */
export class PublicTeams {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async teams(filter?: TeamFilter): Promise<PublicTeam[]> {
    const query = this.#database('teams')
      .whereIn('status', PUBLIC_TEAM_STATUSES)
      .select('id', 'team_ref', 'title', 'outcome', 'kind', 'status')
      .orderBy(['title_key', 'id']);
    if (filter) {
      query.whereNot('status', 'archived').limit(MOST_TEAMS);
      this.#whereAsked(query, filter, ['title', 'outcome', 'initiative'], any =>
        any.orWhereIn('id', skills =>
          skills
            .from('team_skills')
            .select('team_id')
            .where(each => whereAmong(each, 'skill_id', filter.skillIds)),
        ),
      );
      if (filter.platformRefs) {
        const { platformRefs } = filter;
        query.whereIn('id', platforms =>
          platforms
            .from('team_platforms')
            .select('team_id')
            .where(each => whereAmong(each, 'platform_ref', platformRefs)),
        );
      }
    }
    const rows = await query;
    const ids = rows.map(row => row.id as number);
    const platforms = await this.#database('team_platforms')
      .where(each => whereAmong(each, 'team_id', ids))
      .orderBy(['team_id', 'position']);
    const skills = await this.#database('team_skills')
      .where(each => whereAmong(each, 'team_id', ids))
      .orderBy(['team_id', 'position']);
    const platformsOf = group(
      platforms,
      row => row.team_id,
      row => row.platform_ref,
    );
    const skillsOf = group(
      skills,
      row => row.team_id,
      row => row.skill_id,
    );
    return rows.map(row => ({
      id: row.id,
      teamRef: row.team_ref,
      title: row.title,
      outcome: row.outcome,
      kind: row.kind,
      status: row.status,
      platformRefs: platformsOf.get(row.id) ?? [],
      skillIds: skillsOf.get(row.id) ?? [],
    }));
  }

  async openRoles(filter?: TeamFilter): Promise<PublicRole[]> {
    const query = this.#database('open_roles')
      .leftJoin('teams', 'teams.id', 'open_roles.team_id')
      .where('open_roles.status', 'open')
      .where(seen =>
        seen
          .whereNull('open_roles.team_id')
          .orWhereIn('teams.status', PUBLIC_TEAM_STATUSES),
      )
      .orderBy('open_roles.posted_at', 'desc')
      .orderBy('open_roles.id')
      .limit(MOST_TEAMS)
      .select(
        'open_roles.id',
        'open_roles.title',
        'open_roles.skill_id',
        'open_roles.level',
        'open_roles.platform_ref',
        'open_roles.seats',
        'teams.team_ref',
        this.#database.raw('teams.title as team_title'),
        this.#database('memberships')
          .count('*')
          .whereRaw('memberships.open_role_id = open_roles.id')
          .whereIn('memberships.status', ['active', 'leaving'])
          .as('taken'),
      );
    if (filter) {
      this.#whereAsked(query, filter, ['open_roles.title'], any =>
        any.orWhere(each =>
          whereAmong(each, 'open_roles.skill_id', filter.skillIds),
        ),
      );
      if (filter.platformRefs) {
        const { platformRefs } = filter;
        query.where(each =>
          whereAmong(each, 'open_roles.platform_ref', platformRefs),
        );
      }
    }
    const rows = await query;
    return rows.map(row => ({
      id: row.id,
      title: row.title,
      skillId: row.skill_id ?? undefined,
      level: row.level ?? undefined,
      platformRef: row.platform_ref ?? undefined,
      teamRef: row.team_ref ?? undefined,
      teamTitle: row.team_title ?? undefined,
      seatsLeft: Math.max(0, row.seats - Number(row.taken)),
    }));
  }

  #whereAsked(
    query: Knex.QueryBuilder,
    { skillIds, words }: TeamFilter,
    columns: string[],
    bySkill: (any: Knex.QueryBuilder) => void,
  ): void {
    if (skillIds.length === 0 && words.length === 0) {
      return;
    }
    query.where(any => {
      if (skillIds.length > 0) {
        bySkill(any);
      }
      for (const word of words) {
        for (const column of columns) {
          any.orWhereRaw(`lower(??) like ? escape '\\'`, [column, like(word)]);
        }
      }
    });
  }
}
