import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  decideMembershipAction,
  LIVE_MEMBERSHIP_STATUSES,
  MEMBER_STATUSES,
  MEMBERSHIP_ACTION_INPUTS,
  Membership,
  MembershipActionInput,
  MembershipInput,
  MembershipUpdate,
  TEAM_KIND_RULES,
  TeamMemberships,
  teamJoinPermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import {
  requirePerson,
  requireReader,
  ReaderOptions,
} from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import {
  applyMembershipAction,
  isDateAhead,
  membershipRefusal,
} from '../memberships/guardsOf';
import { termsOf } from '../memberships/terms';
import { StoredMembership } from '../memberships/types';
import { MembershipStore } from '../store/MembershipStore';
import { OpenRoleStore } from '../store/OpenRoleStore';
import { TeamEventStore } from '../store/TeamEventStore';
import { TeamStore } from '../store/TeamStore';
import { StoredTeam } from '../teams/types';
import { AllocationService } from './AllocationService';
import { MembershipEnder } from './MembershipEnder';
import { MembershipNotices } from './MembershipNotices';
import { MembershipViews } from './MembershipViews';
import { KnownReader, TeamDirectory } from './TeamDirectory';

export interface MembershipsServiceOptions
  extends
    ReaderOptions,
    Pick<
      VirtualTeamsContext,
      | 'catalog'
      | 'clock'
      | 'database'
      | 'entities'
      | 'people'
      | 'places'
      | 'teamChanges'
    > {
  allocation: AllocationService;
  directory: TeamDirectory;
  ender: MembershipEnder;
  events: TeamEventStore;
  memberships: MembershipStore;
  notices: MembershipNotices;
  roles: OpenRoleStore;
  teams: TeamStore;
  views: MembershipViews;
}

const SAYS_ALREADY: Record<string, string> = {
  invited: 'The person is invited already: the invitation waits for an answer',
  requested: 'The person has asked already: the request waits for an answer',
  active: 'The person is in the team already',
};

/** Who comes into a team, stays and leaves. */
export class MembershipsService {
  readonly #options: MembershipsServiceOptions;

  constructor(options: MembershipsServiceOptions) {
    this.#options = options;
  }

  async ofTeam(
    credentials: BackstageCredentials,
    teamRef: string,
  ): Promise<TeamMemberships> {
    const { allocation, database, directory, memberships, views } =
      this.#options;
    const reader = await this.#reader(credentials);
    const team = await directory.require(reader, teamRef);
    const standing = await directory.standing(reader, team);
    const found = (
      await memberships.find(database, {
        teamIds: [team.id],
        statuses: LIVE_MEMBERSHIP_STATUSES,
      })
    ).filter(each => views.isSeenBy(reader, standing, each));
    const items = await views.of(reader, team, standing, found);
    const members = found.filter(({ status }) =>
      MEMBER_STATUSES.includes(status),
    );
    const seesShares =
      standing.isLead || standing.isSponsor || standing.isMember;
    return {
      items,
      totalAllocationPct: seesShares
        ? members.reduce((sum, each) => sum + (each.allocationPct ?? 0), 0)
        : undefined,
      overAllocated: await allocation.warnings(
        reader,
        members.map(({ personId }) => personId),
        standing.isLead,
      ),
    };
  }

  /** Invites another, or asks to join oneself. */
  async add(
    credentials: BackstageCredentials,
    teamRef: string,
    input: MembershipInput,
  ): Promise<Membership> {
    const { clock, database, directory, events, memberships } = this.#options;
    const { notices, people, places, settings, teamChanges } = this.#options;
    const person = await requirePerson(
      this.#options,
      credentials,
      input.userRef === undefined ? teamJoinPermission : undefined,
    );
    if (input.userRef === person.userRef) {
      await requirePerson(this.#options, credentials, teamJoinPermission);
    }
    const reader = await directory.known(person);
    const team = await directory.require(reader, teamRef);
    const userRef = normalizeEntityRef(input.userRef ?? person.userRef);
    const isSelf = userRef === person.userRef;
    if (!isSelf) {
      await this.#requireMayInvite(reader, team, userRef);
    }
    await this.#requireFits(team, input, isSelf);
    const place = (await places.of([userRef])).get(userRef);
    if (!place) {
      throw new InputError(`userRef: There is no ${userRef} in the catalog`);
    }
    const at = clock().getTime();
    const { answerMs, reminderMs } = termsOf(settings.current().settings);
    const isOpen = isSelf && TEAM_KIND_RULES[team.kind].isOpenToAll;
    const pending = isSelf ? 'requested' : 'invited';
    const id = randomUUID();
    await database.transaction(async tx => {
      const actorId = await people.idOf(tx, person.userRef);
      const personId = await people.idOf(tx, userRef);
      const live = await memberships.findLive(tx, team.id, personId);
      if (live) {
        throw new ConflictError(
          SAYS_ALREADY[live.status] ?? SAYS_ALREADY.active,
        );
      }
      const membership: StoredMembership = {
        id,
        teamId: team.id,
        personId,
        role: input.role,
        status: isOpen ? 'active' : pending,
        homeGroupRef: place.homeGroupRef,
        platformRef: place.platformRef,
        allocationPct: input.allocationPct,
        skillIds: input.skillIds ?? [],
        openRoleId: input.openRoleId,
        message: input.message,
        createdAt: at,
        until: input.until ? Date.parse(input.until) : undefined,
        version: 1,
        ...(isSelf ? {} : { invitedBy: actorId }),
        ...(isOpen ? { since: at } : { expiresAt: at + answerMs }),
      };
      await memberships.insert(tx, [membership], reminderMs);
      const joined = isSelf ? 'ask' : 'invite';
      await events.add(tx, [
        {
          teamId: team.id,
          membershipId: id,
          at,
          actorId,
          subjectId: personId,
          name: isOpen ? 'join' : joined,
          to: membership.status,
        },
      ]);
      await this.#options.teams.touch(tx, team.id, at);
      await notices.ofNew(tx, team, membership);
    });
    await teamChanges.tellAfter({ teamId: team.id });
    return this.#view(await directory.known(person), id);
  }

  async act(
    credentials: BackstageCredentials,
    id: string,
    input: MembershipActionInput,
  ): Promise<Membership> {
    const { clock, database, directory, ender, entities, events } =
      this.#options;
    const { memberships, notices, people, settings, teamChanges, teams } =
      this.#options;
    const { action, note } = input;
    const reader = await this.#reader(credentials);
    const { membership, standing, team } = await this.#require(reader, id);
    if (membership.version !== input.version) {
      throw new ConflictError(
        'Somebody else changed the membership in the meantime; load it again',
      );
    }
    if (MEMBERSHIP_ACTION_INPUTS[action].includes('note') && !note) {
      throw new InputError('note: Say why');
    }
    if (action === 'accept') {
      await requirePerson(this.#options, credentials, teamJoinPermission);
    }
    this.#requireShare(team, membership.role, input.allocationPct);
    const names = await people.refsOf(database, [membership.personId]);
    const userRef = names.get(membership.personId)!;
    const isInCatalog =
      (await entities.get([userRef])).get(userRef) !== undefined;
    const at = clock().getTime();
    const until = input.until ? Date.parse(input.until) : undefined;
    const { reminderMs } = termsOf(settings.current().settings);
    await database.transaction(async tx => {
      const decision = decideMembershipAction(membership.status, action, {
        isPerson: reader.personId === membership.personId,
        isOther: reader.personId !== membership.personId,
        isLead: standing.isLead,
        isInCatalog,
        isJoinable: directory.isJoinable(team),
        dateIsAhead: isDateAhead(until, at),
        leavesALead: await ender.leavesALead(tx, team, membership),
      });
      if (decision.kind === 'refused') {
        throw membershipRefusal(membership, action, decision);
      }
      const after = await memberships.update(
        tx,
        applyMembershipAction(membership, action, decision.to, {
          at,
          note,
          allocationPct: input.allocationPct,
          until,
        }),
        reminderMs,
      );
      const actorId =
        reader.userRef === undefined
          ? undefined
          : await people.idOf(tx, reader.userRef);
      await events.add(tx, [
        {
          teamId: team.id,
          membershipId: id,
          at,
          actorId,
          subjectId: membership.personId,
          name: action,
          from: membership.status,
          to: after.status,
          note,
        },
      ]);
      await teams.touch(tx, team.id, at);
      await ender.settle(tx, team, membership, after);
      await notices.ofAction(tx, team, after, { action, actorId, note });
    });
    await teamChanges.tellAfter({ teamId: team.id });
    return this.#view(reader, id);
  }

  /** Role, skills and term by the lead, the share of time by the person. */
  async update(
    credentials: BackstageCredentials,
    id: string,
    input: MembershipUpdate,
  ): Promise<Membership> {
    const { clock, database, ender, events, memberships } = this.#options;
    const { people, settings, teamChanges } = this.#options;
    const reader = await this.#reader(credentials);
    const { membership, standing, team } = await this.#require(reader, id);
    const { allocationPct, role, skillIds, until } = input;
    const byLead = [role, skillIds, until].some(each => each !== undefined);
    if (byLead && !standing.isLead) {
      throw new NotAllowedError(
        'Only the lead or a deputy of the team can do that',
      );
    }
    if (
      allocationPct !== undefined &&
      reader.personId !== membership.personId
    ) {
      throw new NotAllowedError(
        'Everybody says themself how much time they give',
      );
    }
    if (!MEMBER_STATUSES.includes(membership.status)) {
      throw new ConflictError('Only members have a role, a term and a share');
    }
    this.#requireShare(team, role ?? membership.role, allocationPct);
    const at = clock().getTime();
    const term = until ? Date.parse(until) : undefined;
    if (until && !isDateAhead(term, at)) {
      throw new InputError('until: It lies ahead, by a year at most');
    }
    await database.transaction(async tx => {
      if (
        role !== undefined &&
        role !== 'lead' &&
        !(await ender.leavesALead(tx, team, membership))
      ) {
        throw membershipRefusal(membership, 'update', {
          because: 'guard',
          guard: 'leavesALead',
        });
      }
      const after = await memberships.update(
        tx,
        {
          ...membership,
          version: input.version,
          role: role ?? membership.role,
          skillIds: skillIds ?? membership.skillIds,
          allocationPct:
            role === 'observer'
              ? undefined
              : (allocationPct ?? membership.allocationPct),
          ...(until !== undefined && { until: term }),
        },
        termsOf(settings.current().settings).reminderMs,
      );
      await events.add(tx, [
        {
          teamId: team.id,
          membershipId: id,
          at,
          actorId:
            reader.userRef === undefined
              ? undefined
              : await people.idOf(tx, reader.userRef),
          subjectId: membership.personId,
          name: 'change',
        },
      ]);
      await ender.settle(tx, team, membership, after);
    });
    await teamChanges.tellAfter({ teamId: team.id });
    return this.#view(reader, id);
  }

  async #requireMayInvite(
    reader: KnownReader,
    team: StoredTeam,
    userRef: string,
  ): Promise<void> {
    const { catalog, directory } = this.#options;
    if (!(await directory.standing(reader, team)).isLead) {
      throw new NotAllowedError(
        'Only the lead or a deputy of the team invites',
      );
    }
    const shown = await catalog.filter(reader.credentials, [userRef]);
    if (!shown.has(userRef)) {
      throw new InputError(`userRef: There is no ${userRef} in the catalog`);
    }
  }

  async #requireFits(
    team: StoredTeam,
    { allocationPct, openRoleId, role, until }: MembershipInput,
    isSelf: boolean,
  ): Promise<void> {
    const { clock, database, directory, roles } = this.#options;
    if (!directory.isJoinable(team)) {
      throw new ConflictError(`A team that is ${team.status} takes no members`);
    }
    if (isSelf && (role === 'lead' || role === 'deputy')) {
      throw new InputError('role: Who is to lead is asked, and does not ask');
    }
    this.#requireShare(team, role, allocationPct);
    if (until && !isDateAhead(Date.parse(until), clock().getTime())) {
      throw new InputError('until: It lies ahead, by a year at most');
    }
    if (openRoleId !== undefined) {
      const open = await roles.get(database, openRoleId);
      if (open?.teamId !== team.id || open.status !== 'open') {
        throw new InputError('openRoleId: The team has no such open role');
      }
    }
  }

  #requireShare(
    { kind }: StoredTeam,
    role: StoredMembership['role'],
    allocationPct: number | undefined,
  ): void {
    if (allocationPct === undefined) {
      return;
    }
    if (!TEAM_KIND_RULES[kind].hasAllocation) {
      throw new InputError(
        'allocationPct: A community agrees on no share of time',
      );
    }
    if (role === 'observer') {
      throw new InputError('allocationPct: Observers give no share of time');
    }
  }

  async #require(reader: KnownReader, id: string) {
    const { database, directory, memberships, teams, views } = this.#options;
    const membership = await memberships.get(database, id);
    const [team] = membership
      ? await teams.byIds(database, [membership.teamId])
      : [];
    const missing = new NotFoundError(`There is no membership ${id}`);
    if (!membership || !team) {
      throw missing;
    }
    const standing = await directory.standing(reader, team);
    if (!views.isSeenBy(reader, standing, membership)) {
      throw missing;
    }
    await directory.require(reader, team.teamRef);
    return { membership, standing, team };
  }

  async #view(reader: KnownReader, id: string): Promise<Membership> {
    const { database, directory, memberships, teams, views } = this.#options;
    const membership = (await memberships.get(database, id))!;
    const [team] = await teams.byIds(database, [membership.teamId]);
    const [view] = await views.of(
      reader,
      team,
      await directory.standing(reader, team),
      [membership],
    );
    return view;
  }

  async #reader(credentials: BackstageCredentials): Promise<KnownReader> {
    return this.#options.directory.known(
      await requireReader(this.#options, credentials),
    );
  }
}
