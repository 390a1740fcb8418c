import { randomUUID } from 'node:crypto';
import {
  JOINABLE_TEAM_STATUSES,
  LIVE_MEMBERSHIP_STATUSES,
  MEMBERSHIP_STATUSES,
  TeamDefinition,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { VirtualTeamsContext } from '../context';
import { termsOf } from '../memberships/terms';
import { StoredMembership } from '../memberships/types';
import { Place } from '../organisation/PlaceDirectory';
import { MembershipStore } from '../store/MembershipStore';
import { TeamEventStore } from '../store/TeamEventStore';
import { TeamStore } from '../store/TeamStore';
import { MINE_PATH } from '../teams/links';
import { StoredTeam } from '../teams/types';
import { TeamNotices } from './TeamNotices';

export interface DeclaredMembersOptions extends Pick<
  VirtualTeamsContext,
  'clock' | 'people' | 'places' | 'settings'
> {
  memberships: MembershipStore;
  events: TeamEventStore;
  notices: TeamNotices;
  teams: TeamStore;
}

/** Somebody whom a declaration names. */
export interface DeclaredMember {
  userRef: string;
  role: 'lead' | 'deputy' | 'member';
  place?: Place;
}

/** Asks those whom a declaration names to take part. */
export class DeclaredMembers {
  readonly #options: DeclaredMembersOptions;

  constructor(options: DeclaredMembersOptions) {
    this.#options = options;
  }

  /**
   * Everybody who is named, once, with where they stand. It asks the catalog,
   * so it is called before a transaction.
   */
  async named(
    { deputyRefs, leadRef }: TeamDefinition,
    memberRefs: string[],
  ): Promise<DeclaredMember[]> {
    const roles = new Map<string, DeclaredMember['role']>([
      ...memberRefs.map(ref => [ref, 'member'] as const),
      ...deputyRefs.map(ref => [ref, 'deputy'] as const),
      [leadRef, 'lead'],
    ]);
    const places = await this.#options.places.of([...roles.keys()]);
    return [...roles].map(([userRef, role]) => ({
      userRef,
      role,
      place: places.get(userRef),
    }));
  }

  /**
   * Members who were asked before, or have left, are not asked again; lead and
   * deputies are while the file names them. Who is in takes the role.
   */
  async ask(
    tx: Knex,
    team: StoredTeam,
    named: readonly DeclaredMember[],
  ): Promise<void> {
    const { memberships, people } = this.#options;
    const ids = await people.idsOf(
      tx,
      named.map(({ userRef }) => userRef),
    );
    const known = await memberships.find(tx, {
      teamIds: [team.id],
      statuses: MEMBERSHIP_STATUSES,
    });
    const fresh: (DeclaredMember & { personId: number })[] = [];
    for (const member of named) {
      const personId = ids.get(member.userRef)!;
      const before = known.filter(each => each.personId === personId);
      const live = before.find(({ status }) =>
        LIVE_MEMBERSHIP_STATUSES.includes(status),
      );
      if (live) {
        await this.#giveRole(tx, live, member.role);
      } else if (before.length === 0 || member.role !== 'member') {
        fresh.push({ ...member, personId });
      }
    }
    if (JOINABLE_TEAM_STATUSES.includes(team.status)) {
      await this.#invite(tx, team, fresh);
    }
  }

  async #giveRole(
    tx: Knex,
    live: StoredMembership,
    role: DeclaredMember['role'],
  ): Promise<void> {
    const { memberships, settings, teams } = this.#options;
    if (role === 'member' || [role, 'lead'].includes(live.role)) {
      return;
    }
    const { reminderMs } = termsOf(settings.current().settings);
    await memberships.update(tx, { ...live, role }, reminderMs);
    if (role === 'lead' && live.status === 'active') {
      await teams.setLead(tx, live.teamId, live.personId);
    }
  }

  async #invite(
    tx: Knex,
    team: StoredTeam,
    fresh: readonly (DeclaredMember & { personId: number })[],
  ): Promise<void> {
    const { clock, events, memberships, notices, settings } = this.#options;
    const at = clock().getTime();
    const { answerMs, reminderMs } = termsOf(settings.current().settings);
    const invited = fresh.map(
      ({ personId, place, role }): StoredMembership => ({
        id: randomUUID(),
        teamId: team.id,
        personId,
        role,
        status: 'invited',
        homeGroupRef: place?.homeGroupRef,
        platformRef: place?.platformRef,
        skillIds: [],
        createdAt: at,
        expiresAt: at + answerMs,
        version: 1,
      }),
    );
    await memberships.insert(tx, invited, reminderMs);
    await events.add(
      tx,
      invited.map(({ id, personId }) => ({
        teamId: team.id,
        membershipId: id,
        at,
        subjectId: personId,
        name: 'invite',
        to: 'invited' as const,
      })),
    );
    for (const { personId, role } of invited) {
      await notices.tell(tx, team, [personId], {
        topic: 'virtual-teams.invite',
        title:
          role === 'member'
            ? `You are asked to join ${team.title}`
            : `You are asked to be ${role} of ${team.title}`,
        link: MINE_PATH,
      });
    }
  }
}
