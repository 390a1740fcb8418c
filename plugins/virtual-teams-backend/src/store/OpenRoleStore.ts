import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { SKILL_LEVELS } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { StoredOpenRole } from '../roles/types';

const TABLE = 'open_roles';

type Row = Record<string, string | number | null>;

const numberOf = (value: Row[string]) =>
  value === null ? undefined : Number(value);
const textOf = (value: Row[string]) =>
  value === null ? undefined : String(value);

function toRole(row: Row): StoredOpenRole {
  return {
    id: String(row.id),
    teamId: numberOf(row.team_id),
    title: String(row.title),
    skillId: textOf(row.skill_id),
    level: row.level === null ? undefined : SKILL_LEVELS[Number(row.level)],
    platformRef: textOf(row.platform_ref),
    seats: Number(row.seats),
    allocationPct: numberOf(row.allocation_pct),
    untilOn: textOf(row.until_on),
    status: String(row.status) as StoredOpenRole['status'],
    postedBy: numberOf(row.posted_by),
    postedAt: Number(row.posted_at),
  };
}

function toRow(role: StoredOpenRole) {
  return {
    team_id: role.teamId ?? null,
    title: role.title,
    skill_id: role.skillId ?? null,
    level: role.level === undefined ? null : SKILL_LEVELS.indexOf(role.level),
    platform_ref: role.platformRef ?? null,
    seats: role.seats,
    allocation_pct: role.allocationPct ?? null,
    until_on: role.untilOn ?? null,
    status: role.status,
    posted_by: role.postedBy ?? null,
    posted_at: role.postedAt,
  };
}

/** Seats that teams, or people with a need, are looking for. */
export class OpenRoleStore {
  async insert(tx: Knex, role: StoredOpenRole): Promise<void> {
    await tx(TABLE).insert({ id: role.id, ...toRow(role) });
  }

  async update(tx: Knex, role: StoredOpenRole): Promise<void> {
    await tx(TABLE).where({ id: role.id }).update(toRow(role));
  }

  async get(tx: Knex, id: string): Promise<StoredOpenRole | undefined> {
    const row = await tx(TABLE).where({ id }).first();
    return row && toRole(row);
  }

  /** Open ones, newest first. */
  async open(
    tx: Knex,
    options: {
      teamIds?: readonly number[];
      postedBy?: number;
      after?: { postedAt: number; id: string };
      limit?: number;
    },
  ): Promise<StoredOpenRole[]> {
    const { after, limit, postedBy, teamIds } = options;
    const query = tx(TABLE)
      .where({ status: 'open' })
      .orderBy([
        { column: 'posted_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    if (teamIds) {
      query.where(each => whereAmong(each, 'team_id', teamIds));
    }
    if (postedBy !== undefined) {
      query.where({ posted_by: postedBy });
    }
    if (after) {
      query.where(each => {
        each
          .where('posted_at', '<', after.postedAt)
          .orWhere(same =>
            same.where('posted_at', after.postedAt).where('id', '<', after.id),
          );
      });
    }
    if (limit !== undefined) {
      query.limit(limit);
    }
    return (await query).map(toRole);
  }

  /** How many seats of roles are taken by members. */
  async taken(tx: Knex, ids: readonly string[]): Promise<Map<string, number>> {
    const rows: Row[] = await tx('memberships')
      .select('open_role_id')
      .count({ taken: '*' })
      .where(each => whereAmong(each, 'open_role_id', ids))
      .whereIn('status', ['active', 'leaving'])
      .groupBy('open_role_id');
    return new Map(
      rows.map(row => [String(row.open_role_id), Number(row.taken)]),
    );
  }

  /** Fills a role whose last seat was taken, and opens it when one is free again. */
  async settle(tx: Knex, id: string): Promise<void> {
    const role = await this.get(tx, id);
    if (!role || role.status === 'closed') {
      return;
    }
    const taken = (await this.taken(tx, [id])).get(id) ?? 0;
    await tx(TABLE)
      .where({ id })
      .update({ status: taken >= role.seats ? 'filled' : 'open' });
  }

  async closeAll(tx: Knex, teamId: number): Promise<void> {
    await tx(TABLE).where({ team_id: teamId }).update({ status: 'closed' });
  }

  /** Closes those of teams whose day has passed. */
  async closePast(tx: Knex, today: string): Promise<void> {
    await tx(TABLE)
      .where({ status: 'open' })
      .whereNotNull('team_id')
      .where('until_on', '<', today)
      .update({ status: 'closed' });
  }
}
