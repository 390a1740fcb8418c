import {
  MEMBER_STATUSES,
  TeamAction,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { MembershipStore } from '../store/MembershipStore';
import { Notice, NoticeStore } from '../store/NoticeStore';
import { teamPath } from '../teams/links';
import { StoredTeam } from '../teams/types';

type Said = Pick<Notice, 'description' | 'title' | 'topic'> & {
  subjectId?: number;
  link?: string;
};

const TOLD: Partial<Record<TeamAction, (title: string) => string>> = {
  start: title => `${title} has started`,
  pause: title => `${title} is paused`,
  resume: title => `${title} goes on`,
  beginClose: title => `${title} is closing`,
  archive: title => `${title} has ended: its outcome is written down`,
};

/** Writes down who is to be told of what happens to teams. */
export class TeamNotices {
  readonly #options: {
    notices: NoticeStore;
    memberships: MembershipStore;
    clock: () => Date;
  };

  constructor(options: {
    notices: NoticeStore;
    memberships: MembershipStore;
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /** Tells of something that is no team's. */
  async tellOf(tx: Knex, notices: Notice[]): Promise<void> {
    await this.#options.notices.add(tx, notices);
  }

  async tell(
    tx: Knex,
    team: StoredTeam,
    personIds: readonly number[],
    { link = teamPath(team.teamRef), ...said }: Said,
  ): Promise<void> {
    await this.#options.notices.add(
      tx,
      [...new Set(personIds)].map(personId => ({
        to: { personId },
        scope: team.teamRef,
        link,
        dueAt: this.#options.clock().getTime(),
        ...said,
      })),
    );
  }

  async tellGroup(
    tx: Knex,
    team: StoredTeam,
    groupRef: string,
    { link = teamPath(team.teamRef), ...said }: Said,
  ): Promise<void> {
    await this.#options.notices.add(tx, [
      {
        to: { groupRef },
        scope: team.teamRef,
        link,
        dueAt: this.#options.clock().getTime(),
        ...said,
      },
    ]);
  }

  /** Lead and deputies who are in; who is to lead where none is. */
  async leadsOf(tx: Knex, team: StoredTeam): Promise<number[]> {
    return (await this.leadsOfAll(tx, [team])).get(team.id)!;
  }

  /** The same of teams, by their numbers; asked at once. */
  async leadsOfAll(
    tx: Knex,
    teams: readonly StoredTeam[],
  ): Promise<Map<number, number[]>> {
    const leading = await this.#options.memberships.leading(
      tx,
      teams.map(({ id }) => id),
    );
    return new Map(
      teams.map(({ id, leadId }) => {
        const leads = leading
          .filter(({ teamId }) => teamId === id)
          .map(({ personId }) => personId);
        return [id, leads.length > 0 ? leads : [leadId]];
      }),
    );
  }

  /** Tells those whom a step concerns, but not who took it. */
  async ofAction(
    tx: Knex,
    team: StoredTeam,
    action: TeamAction,
    actorId: number | undefined,
    note: string | undefined,
  ): Promise<void> {
    const others = (ids: (number | undefined)[]) =>
      ids.filter((id): id is number => id !== undefined && id !== actorId);
    if (action === 'approve' || action === 'reject') {
      await this.tell(tx, team, others([team.proposedBy, team.leadId]), {
        topic: `virtual-teams.${action}`,
        title:
          action === 'approve'
            ? `${team.title} is approved: it can form now`
            : `${team.title} was not approved`,
        description: note,
      });
    }
    const said = TOLD[action];
    if (said) {
      const members = await this.#options.memberships.find(tx, {
        teamIds: [team.id],
        statuses: MEMBER_STATUSES,
      });
      await this.tell(
        tx,
        team,
        others([team.sponsorId, ...members.map(({ personId }) => personId)]),
        {
          topic: `virtual-teams.${action}`,
          title: said(team.title),
          description: note,
        },
      );
    }
  }
}
