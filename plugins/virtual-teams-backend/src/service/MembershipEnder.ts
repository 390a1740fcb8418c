import {
  LIVE_MEMBERSHIP_STATUSES,
  MEMBER_STATUSES,
  MembershipEndReason,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { VirtualTeamsContext } from '../context';
import { endMembership } from '../memberships/guardsOf';
import { termsOf } from '../memberships/terms';
import { StoredMembership } from '../memberships/types';
import { GrantStore } from '../store/GrantStore';
import { MembershipStore } from '../store/MembershipStore';
import { OpenRoleStore } from '../store/OpenRoleStore';
import { TeamEventStore } from '../store/TeamEventStore';
import { TeamStore } from '../store/TeamStore';
import { StoredTeam } from '../teams/types';
import { TeamNotices } from './TeamNotices';

export interface MembershipEnderOptions extends Pick<
  VirtualTeamsContext,
  'clock' | 'settings'
> {
  events: TeamEventStore;
  grants: GrantStore;
  memberships: MembershipStore;
  notices: TeamNotices;
  roles: OpenRoleStore;
  teams: TeamStore;
}

/** What follows when somebody comes or goes, and when a team ends. */
export class MembershipEnder {
  readonly #options: MembershipEnderOptions;

  constructor(options: MembershipEnderOptions) {
    this.#options = options;
  }

  /** Whether somebody else leads, or can lead, once a member is gone. */
  async leavesALead(
    tx: Knex,
    team: StoredTeam,
    { personId, role }: StoredMembership,
  ): Promise<boolean> {
    return (
      role !== 'lead' || (await this.#others(tx, team, personId)).length > 0
    );
  }

  /** Seats of open roles, and who leads, after a change. */
  async settle(
    tx: Knex,
    team: StoredTeam,
    before: StoredMembership,
    after: StoredMembership,
  ): Promise<void> {
    const { memberships, roles, settings, teams } = this.#options;
    if (after.openRoleId !== undefined) {
      await roles.settle(tx, after.openRoleId);
    }
    const isIn = MEMBER_STATUSES.includes(after.status);
    if (isIn && after.role === 'lead') {
      await teams.setLead(tx, team.id, after.personId);
    }
    const led = before.role === 'lead' && before.personId === team.leadId;
    if (led && (!isIn || after.role !== 'lead')) {
      const [next] = await this.#others(tx, team, before.personId);
      if (next) {
        await memberships.update(
          tx,
          { ...next, role: 'lead' },
          termsOf(settings.current().settings).reminderMs,
        );
        await teams.setLead(tx, team.id, next.personId);
      }
    }
  }

  /** Ends memberships for a reason that is no person's action. */
  async end(
    tx: Knex,
    team: StoredTeam,
    found: readonly StoredMembership[],
    reason: MembershipEndReason,
    name: 'expire' | 'finish' | 'teamEnded' | 'termEnd' | 'userMissing',
  ): Promise<void> {
    const { clock, events, memberships, settings } = this.#options;
    const at = clock().getTime();
    const { reminderMs } = termsOf(settings.current().settings);
    for (const membership of found) {
      const status = MEMBER_STATUSES.includes(membership.status)
        ? 'left'
        : 'closed';
      const after = await memberships.update(
        tx,
        endMembership(membership, status, reason, at),
        reminderMs,
      );
      await events.add(tx, [
        {
          teamId: team.id,
          membershipId: membership.id,
          at,
          subjectId: membership.personId,
          name,
          from: membership.status,
          to: status,
        },
      ]);
      if (name !== 'teamEnded') {
        await this.settle(tx, team, membership, after);
      }
    }
  }

  /** Members, open roles and grants end with their team. */
  async endTeam(tx: Knex, teamId: number): Promise<void> {
    const { grants, memberships, roles, teams } = this.#options;
    const [team] = await teams.byIds(tx, [teamId]);
    await this.end(
      tx,
      team,
      await memberships.find(tx, {
        teamIds: [teamId],
        statuses: LIVE_MEMBERSHIP_STATUSES,
      }),
      'team_ended',
      'teamEnded',
    );
    await roles.closeAll(tx, teamId);
    await grants.endAll(tx, teamId);
  }

  /** Others who lead or stand in, leads first, then who is in longest. */
  async #others(
    tx: Knex,
    team: StoredTeam,
    personId: number,
  ): Promise<StoredMembership[]> {
    const members = await this.#options.memberships.find(tx, {
      teamIds: [team.id],
      statuses: MEMBER_STATUSES,
    });
    return members
      .filter(
        each =>
          each.personId !== personId &&
          (each.role === 'lead' || each.role === 'deputy'),
      )
      .sort(
        (one, other) =>
          Number(other.role === 'lead') - Number(one.role === 'lead') ||
          (one.since ?? 0) - (other.since ?? 0),
      );
  }
}
