import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { VirtualTeamsContext } from '../context';
import { StoredMembership } from '../memberships/types';
import { MembershipStore } from '../store/MembershipStore';
import { TeamEventStore } from '../store/TeamEventStore';
import { TeamStore } from '../store/TeamStore';
import { MINE_PATH } from '../teams/links';
import { StoredTeam } from '../teams/types';
import { TeamNotices } from './TeamNotices';
import { termsOf } from '../memberships/terms';

export interface LeadKeeperOptions extends Pick<
  VirtualTeamsContext,
  'clock' | 'people' | 'places' | 'settings'
> {
  teams: TeamStore;
  memberships: MembershipStore;
  events: TeamEventStore;
  notices: TeamNotices;
}

/** Sees to it that who is named as lead or deputy is asked, and who leads is known. */
export class LeadKeeper {
  readonly #options: LeadKeeperOptions;

  constructor(options: LeadKeeperOptions) {
    this.#options = options;
  }

  /**
   * Who names themself is in at once; others are asked. Members take the role
   * that they are named for.
   */
  async askLeads(
    tx: Knex,
    team: StoredTeam,
    actorId: number | undefined,
  ): Promise<void> {
    const named: [number, 'lead' | 'deputy'][] = [
      [team.leadId, 'lead'],
      ...team.deputyIds
        .filter(id => id !== team.leadId)
        .map((id): [number, 'deputy'] => [id, 'deputy']),
    ];
    for (const [personId, role] of named) {
      await this.#ask(tx, team, personId, role, actorId);
    }
  }

  async #ask(
    tx: Knex,
    team: StoredTeam,
    personId: number,
    role: 'lead' | 'deputy',
    actorId: number | undefined,
  ): Promise<void> {
    const { clock, events, memberships, notices, settings, teams } =
      this.#options;
    const at = clock().getTime();
    const { answerMs, reminderMs } = termsOf(settings.current().settings);
    const live = await memberships.findLive(tx, team.id, personId);
    if (live && (live.role === role || live.role === 'lead')) {
      return;
    }
    if (live) {
      await memberships.update(tx, { ...live, role }, reminderMs);
      if (role === 'lead' && live.status === 'active') {
        await teams.setLead(tx, team.id, personId);
      }
      return;
    }
    const isSelf = personId === actorId;
    const membership: StoredMembership = {
      id: randomUUID(),
      teamId: team.id,
      personId,
      role,
      status: isSelf ? 'active' : 'invited',
      ...(await this.#place(tx, personId)),
      skillIds: [],
      createdAt: at,
      version: 1,
      ...(isSelf
        ? { since: at }
        : { invitedBy: actorId, expiresAt: at + answerMs }),
    };
    await memberships.insert(tx, [membership], reminderMs);
    await events.add(tx, [
      {
        teamId: team.id,
        membershipId: membership.id,
        at,
        actorId,
        subjectId: personId,
        name: isSelf ? 'join' : 'invite',
        to: membership.status,
      },
    ]);
    if (!isSelf) {
      await notices.tell(tx, team, [personId], {
        topic: 'virtual-teams.invite',
        title: `You are asked to be ${role} of ${team.title}`,
        link: MINE_PATH,
      });
    }
  }

  async #place(
    tx: Knex,
    personId: number,
  ): Promise<Pick<StoredMembership, 'homeGroupRef' | 'platformRef'>> {
    const { people, places } = this.#options;
    const userRef = (await people.refsOf(tx, [personId])).get(personId)!;
    const place = (await places.of([userRef])).get(userRef);
    return {
      homeGroupRef: place?.homeGroupRef,
      platformRef: place?.platformRef,
    };
  }
}
