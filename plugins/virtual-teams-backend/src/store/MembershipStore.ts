import { ConflictError } from '@backstage/errors';
import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import {
  LIVE_MEMBERSHIP_STATUSES,
  MEMBER_STATUSES,
  MembershipStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { dueOf } from '../memberships/dueOf';
import { StoredMembership } from '../memberships/types';

const TABLE = 'memberships';

type Row = Record<string, string | number | null>;

const numberOf = (value: Row[string]) =>
  value === null ? undefined : Number(value);
const textOf = <T extends string>(value: Row[string]) =>
  value === null ? undefined : (String(value) as T);

function toMembership(row: Row): StoredMembership {
  return {
    id: String(row.id),
    teamId: Number(row.team_id),
    personId: Number(row.person_id),
    role: textOf<StoredMembership['role']>(row.role)!,
    status: textOf<MembershipStatus>(row.status)!,
    homeGroupRef: textOf(row.home_group_ref),
    platformRef: textOf(row.platform_ref),
    allocationPct: numberOf(row.allocation_pct),
    skillIds: JSON.parse(String(row.skill_ids)),
    openRoleId: textOf(row.open_role_id),
    message: textOf(row.message),
    invitedBy: numberOf(row.invited_by),
    createdAt: Number(row.created_at),
    since: numberOf(row.since),
    until: numberOf(row.until),
    expiresAt: numberOf(row.expires_at),
    remindedAt: numberOf(row.reminded_at),
    endedAt: numberOf(row.ended_at),
    endReason: textOf(row.end_reason),
    note: textOf(row.note),
    version: Number(row.version),
  };
}

function toRow(membership: StoredMembership, reminderMs: number) {
  return {
    team_id: membership.teamId,
    person_id: membership.personId,
    role: membership.role,
    status: membership.status,
    home_group_ref: membership.homeGroupRef ?? null,
    platform_ref: membership.platformRef ?? null,
    allocation_pct: membership.allocationPct ?? null,
    skill_ids: JSON.stringify(membership.skillIds),
    open_role_id: membership.openRoleId ?? null,
    message: membership.message ?? null,
    invited_by: membership.invitedBy ?? null,
    created_at: membership.createdAt,
    since: membership.since ?? null,
    until: membership.until ?? null,
    expires_at: membership.expiresAt ?? null,
    reminded_at: membership.remindedAt ?? null,
    ended_at: membership.endedAt ?? null,
    end_reason: membership.endReason ?? null,
    note: membership.note ?? null,
    due_at: dueOf(membership, reminderMs) ?? null,
  };
}

export interface MembershipFilter {
  teamIds?: readonly number[];
  personIds?: readonly number[];
  statuses: readonly MembershipStatus[];
}

/** Who is, was or is asked to be in which team. */
export class MembershipStore {
  /** @param reminderMs - after which an unanswered one is brought to mind */
  async insert(
    tx: Knex,
    memberships: StoredMembership[],
    reminderMs: number,
  ): Promise<void> {
    if (memberships.length > 0) {
      await tx(TABLE).insert(
        memberships.map(membership => ({
          id: membership.id,
          ...toRow(membership, reminderMs),
          version: membership.version,
        })),
      );
    }
  }

  /** @throws ConflictError when somebody else changed it since it was read */
  async update(
    tx: Knex,
    membership: StoredMembership,
    reminderMs: number,
  ): Promise<StoredMembership> {
    const { id, version } = membership;
    const changed = await tx(TABLE)
      .where({ id, version })
      .update({ ...toRow(membership, reminderMs), version: version + 1 });
    if (changed === 0) {
      throw new ConflictError(
        'Somebody else changed the membership in the meantime; load it again',
      );
    }
    return { ...membership, version: version + 1 };
  }

  async get(tx: Knex, id: string): Promise<StoredMembership | undefined> {
    const row = await tx(TABLE).where({ id }).first();
    return row && toMembership(row);
  }

  async find(
    tx: Knex,
    { personIds, statuses, teamIds }: MembershipFilter,
  ): Promise<StoredMembership[]> {
    const query = tx(TABLE)
      .whereIn('status', [...statuses])
      .orderBy(['created_at', 'id']);
    if (teamIds) {
      query.where(each => whereAmong(each, 'team_id', teamIds));
    }
    if (personIds) {
      query.where(each => whereAmong(each, 'person_id', personIds));
    }
    return (await query).map(toMembership);
  }

  /** Lead and deputies of teams who are in, who was in first before others. */
  async leading(
    tx: Knex,
    teamIds: readonly number[],
  ): Promise<StoredMembership[]> {
    const members = await this.find(tx, { teamIds, statuses: MEMBER_STATUSES });
    return members.filter(({ role }) => role === 'lead' || role === 'deputy');
  }

  async findLive(
    tx: Knex,
    teamId: number,
    personId: number,
  ): Promise<StoredMembership | undefined> {
    const [found] = await this.find(tx, {
      teamIds: [teamId],
      personIds: [personId],
      statuses: LIVE_MEMBERSHIP_STATUSES,
    });
    return found;
  }

  /** Those that time alone changes by now. */
  async due(tx: Knex, now: number, limit: number): Promise<StoredMembership[]> {
    const rows = await tx(TABLE)
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'id'])
      .limit(limit);
    return rows.map(toMembership);
  }

  /** Sums of the shares of time of members, by person. */
  async allocationOf(
    tx: Knex,
    personIds: readonly number[],
  ): Promise<Map<number, { totalPct: number; teams: number }>> {
    const rows: Row[] = await tx(TABLE)
      .select('person_id')
      .sum({ total: 'allocation_pct' })
      .count({ teams: '*' })
      .where(each => whereAmong(each, 'person_id', personIds))
      .whereIn('status', ['active', 'leaving'])
      .whereNotNull('allocation_pct')
      .groupBy('person_id');
    return new Map(
      rows.map(row => [
        Number(row.person_id),
        { totalPct: Number(row.total), teams: Number(row.teams) },
      ]),
    );
  }
}
