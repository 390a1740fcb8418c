import {
  MembershipStatus,
  TeamStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';

/** Something that happened to a team or to a membership of it. */
export interface NewTeamEvent {
  teamId: number;
  membershipId?: string;
  at: number;
  actorId?: number;
  subjectId?: number;
  name: string;
  from?: TeamStatus | MembershipStatus;
  to?: TeamStatus | MembershipStatus;
  /** Of FINDINGS_EVENTS, the entity. */
  note?: string;
}

export interface StoredTeamEvent extends NewTeamEvent {
  id: number;
}

const TABLE = 'team_events';

/** What only the person of the membership sees, and those who lead the team. */
export const PRIVATE_EVENTS: readonly string[] = [
  'invite',
  'ask',
  'decline',
  'withdrawInvitation',
  'reject',
  'remove',
  'withdrawRequest',
  'expire',
  'remind',
];

/** What is about the right to read the findings of an entity. */
export const FINDINGS_EVENTS = {
  ask: 'askFindings',
  grant: 'grantFindings',
  allow: 'allowFindings',
  refuse: 'refuseFindings',
  revoke: 'revokeFindings',
} as const;

/** The history of teams; rows are only added. */
export class TeamEventStore {
  async add(tx: Knex, events: NewTeamEvent[]): Promise<void> {
    if (events.length > 0) {
      await tx(TABLE).insert(
        events.map(event => ({
          team_id: event.teamId,
          membership_id: event.membershipId ?? null,
          at: event.at,
          actor_id: event.actorId ?? null,
          subject_id: event.subjectId ?? null,
          name: event.name,
          from_status: event.from ?? null,
          to_status: event.to ?? null,
          note: event.note ?? null,
        })),
      );
    }
  }

  /**
   * A page, newest first.
   *
   * @param seesPrivate - whether private events of others are included; those
   * about `personId` always are
   */
  async page(
    tx: Knex,
    options: {
      teamId: number;
      seesPrivate: boolean;
      personId?: number;
      before?: number;
      limit: number;
    },
  ): Promise<StoredTeamEvent[]> {
    const { before, limit, personId, seesPrivate, teamId } = options;
    const query = tx(TABLE)
      .where({ team_id: teamId })
      .orderBy('id', 'desc')
      .limit(limit);
    if (before !== undefined) {
      query.where('id', '<', before);
    }
    if (!seesPrivate) {
      query.where(each => {
        each.whereNotIn('name', [...PRIVATE_EVENTS]);
        if (personId !== undefined) {
          each.orWhere({ subject_id: personId });
        }
      });
    }
    return (await query).map(row => ({
      id: Number(row.id),
      teamId: Number(row.team_id),
      membershipId: row.membership_id ?? undefined,
      at: Number(row.at),
      actorId: row.actor_id ?? undefined,
      subjectId: row.subject_id ?? undefined,
      name: row.name,
      from: row.from_status ?? undefined,
      to: row.to_status ?? undefined,
      note: row.note ?? undefined,
    }));
  }
}
