import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import {
  LIVE_TEAM_STATUSES,
  MEMBER_STATUSES,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';

/** People whom groups lend to a team. */
export interface LentTeam {
  teamRef: string;
  title: string;
  people: number;
}

/** An entity of groups on which a team works with people of others. */
export interface BorrowedEntity extends LentTeam {
  entityRef: string;
}

/** What the members of one group give to teams. */
export interface GroupShare {
  groupRef: string;
  people: number;
  totalPct: number;
  teams: number;
}

/** A person who gives more time than is agreed. */
export interface PersonOverLimit {
  personId: number;
  totalPct: number;
  limitPct: number;
  teams: number;
}

/** A team that is only proposed is known to few. */
const PUBLIC_STATUSES = LIVE_TEAM_STATUSES.filter(
  status => status !== 'proposed',
);

const SWEEPS_TO_ABSENCE = 2;
/** More people over their limit than anybody talks to. */
const MOST_PEOPLE = 1_000;

/** Whom groups lend to teams, and from whom they borrow; each in one query. */
export class LendingStore {
  /** Teams with people of the groups, by title. */
  async lentTo(tx: Knex, groupRefs: readonly string[]): Promise<LentTeam[]> {
    const rows = await this.#members(tx)
      .select('teams.team_ref', 'teams.title')
      .countDistinct({ people: 'memberships.person_id' })
      .where(each => whereAmong(each, 'memberships.home_group_ref', groupRefs))
      .groupBy('teams.team_ref', 'teams.title', 'teams.title_key')
      .orderBy(['teams.title_key', 'teams.team_ref']);
    return rows.map(toTeam);
  }

  /** How many people of the groups are in any team, each once. */
  async peopleLent(tx: Knex, groupRefs: readonly string[]): Promise<number> {
    const [row] = await this.#members(tx)
      .countDistinct({ people: 'memberships.person_id' })
      .where(each => whereAmong(each, 'memberships.home_group_ref', groupRefs));
    return Number(row.people);
  }

  /** What the groups give, each by itself; those that give nothing are absent. */
  async shares(tx: Knex, groupRefs: readonly string[]): Promise<GroupShare[]> {
    const rows: Record<string, string>[] = await this.#members(tx)
      .select('memberships.home_group_ref')
      .countDistinct({
        people: 'memberships.person_id',
        teams: 'memberships.team_id',
      })
      .sum({ total: 'memberships.allocation_pct' })
      .where(each => whereAmong(each, 'memberships.home_group_ref', groupRefs))
      .groupBy('memberships.home_group_ref')
      .orderBy('memberships.home_group_ref');
    return rows.map(row => ({
      groupRef: row.home_group_ref,
      people: Number(row.people),
      totalPct: Number(row.total ?? 0),
      teams: Number(row.teams),
    }));
  }

  /**
   * Entities that the groups own on which teams work, with how many people of
   * other groups each team has; teams of their own people only are absent.
   */
  async borrowed(
    tx: Knex,
    groupRefs: readonly string[],
  ): Promise<BorrowedEntity[]> {
    const others = this.#members(tx)
      .select('memberships.team_id')
      .countDistinct({ people: 'memberships.person_id' })
      .where(each =>
        each
          .whereNull('memberships.home_group_ref')
          .orWhereNot(own =>
            whereAmong(own, 'memberships.home_group_ref', groupRefs),
          ),
      )
      .groupBy('memberships.team_id')
      .as('others');
    const rows = await tx('team_entities')
      .join('synchrony_entities', entity =>
        entity.on('synchrony_entities.entity_ref', 'team_entities.entity_ref'),
      )
      .join('teams', 'teams.id', 'team_entities.team_id')
      .join(others, 'others.team_id', 'teams.id')
      .where('synchrony_entities.missed_sweeps', '<', SWEEPS_TO_ABSENCE)
      .where(each =>
        whereAmong(each, 'synchrony_entities.owner_ref', groupRefs),
      )
      .select(
        'teams.team_ref',
        'teams.title',
        'others.people',
        'team_entities.entity_ref',
      )
      .orderBy(['teams.title_key', 'teams.team_ref']);
    return rows.map(row => ({ ...toTeam(row), entityRef: row.entity_ref }));
  }

  /** People of the groups whose shares of all teams go over what is agreed. */
  async overLimit(
    tx: Knex,
    groupRefs: readonly string[],
    limitPct: number,
  ): Promise<PersonOverLimit[]> {
    const agreed =
      'case when profiles.limit_pct < ? then profiles.limit_pct else ? end';
    const rows: {
      person_id: number;
      total: string | number;
      limit_pct: number | null;
      teams: string | number;
    }[] = await (tx('memberships') as Knex.QueryBuilder)
      .leftJoin('profiles', 'profiles.person_id', 'memberships.person_id')
      .select('memberships.person_id', 'profiles.limit_pct')
      .sum({ total: 'memberships.allocation_pct' })
      .count({ teams: 'memberships.id' })
      .whereIn('memberships.status', [...MEMBER_STATUSES])
      .whereNotNull('memberships.allocation_pct')
      .whereIn(
        'memberships.person_id',
        this.#members(tx)
          .select('memberships.person_id')
          .where(each =>
            whereAmong(each, 'memberships.home_group_ref', groupRefs),
          ),
      )
      .groupBy('memberships.person_id', 'profiles.limit_pct')
      .havingRaw(`sum(memberships.allocation_pct) > ${agreed}`, [
        limitPct,
        limitPct,
      ])
      .orderBy('memberships.person_id')
      .limit(MOST_PEOPLE);
    return rows.map(row => ({
      personId: Number(row.person_id),
      totalPct: Number(row.total),
      limitPct: Math.min(limitPct, row.limit_pct ?? limitPct),
      teams: Number(row.teams),
    }));
  }

  /** Members of teams that everybody may know. */
  #members(tx: Knex): Knex.QueryBuilder {
    return tx('memberships')
      .join('teams', 'teams.id', 'memberships.team_id')
      .whereIn('memberships.status', [...MEMBER_STATUSES])
      .whereIn('teams.status', PUBLIC_STATUSES);
  }
}

function toTeam(row: {
  team_ref: string;
  title: string;
  people: number | string;
}): LentTeam {
  return {
    teamRef: row.team_ref,
    title: row.title,
    people: Number(row.people),
  };
}
