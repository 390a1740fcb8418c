import { EntityChange } from '@synchrony/backstage-plugin-scorecards-node';
import { LIVE_MEMBERSHIP_STATUSES } from '@synchrony/backstage-plugin-virtual-teams-common';
import { VirtualTeamsContext } from '../context';
import { termsOf } from '../memberships/terms';
import { StoredMembership } from '../memberships/types';
import { MembershipStore } from '../store/MembershipStore';
import { OpenRoleStore } from '../store/OpenRoleStore';
import { TeamEventStore } from '../store/TeamEventStore';
import { TeamStore } from '../store/TeamStore';
import { MINE_PATH } from '../teams/links';
import { MembershipEnder } from './MembershipEnder';
import { TeamNotices } from './TeamNotices';

const AT_A_TIME = 100;

export interface MembershipClockOptions extends Pick<
  VirtualTeamsContext,
  'clock' | 'database' | 'people' | 'settings' | 'teamChanges'
> {
  ender: MembershipEnder;
  events: TeamEventStore;
  memberships: MembershipStore;
  notices: TeamNotices;
  roles: OpenRoleStore;
  teams: TeamStore;
}

/** What time and the catalog do to memberships, with nobody signed in. */
export class MembershipClock {
  readonly #options: MembershipClockOptions;

  constructor(options: MembershipClockOptions) {
    this.#options = options;
  }

  /** Takes everything that is due by now. */
  async round(): Promise<void> {
    const { clock, database, memberships, roles } = this.#options;
    const now = clock().getTime();
    for (;;) {
      const due = await memberships.due(database, now, AT_A_TIME);
      for (const membership of due) {
        await this.#take(membership, now);
      }
      if (due.length < AT_A_TIME) {
        break;
      }
    }
    await roles.closePast(database, new Date(now).toISOString().slice(0, 10));
  }

  /** People who are gone from the catalog are gone from their teams. */
  async follow({ removed }: EntityChange): Promise<void> {
    const { database, ender, memberships, notices, people, teams } =
      this.#options;
    const gone = removed.filter(ref => ref.startsWith('user:'));
    if (gone.length === 0) {
      return;
    }
    const ids = await people.known(database, gone);
    const found = await memberships.find(database, {
      personIds: [...ids.values()],
      statuses: LIVE_MEMBERSHIP_STATUSES,
    });
    for (const membership of found) {
      await database.transaction(async tx => {
        const [team] = await teams.byIds(tx, [membership.teamId]);
        const wasIn = membership.since !== undefined;
        await ender.end(tx, team, [membership], 'left_catalog', 'userMissing');
        if (wasIn) {
          const leads = await notices.leadsOf(tx, team);
          await notices.tell(
            tx,
            team,
            [
              ...leads,
              ...(team.sponsorId === undefined ? [] : [team.sponsorId]),
            ].filter(id => id !== membership.personId),
            {
              topic: 'virtual-teams.userMissing',
              title: `Somebody in ${team.title} left the company's catalog`,
              subjectId: membership.personId,
            },
          );
        }
      });
    }
  }

  async #take(seen: StoredMembership, now: number): Promise<void> {
    const { database, ender, memberships, notices, teams } = this.#options;
    await database.transaction(async tx => {
      const membership = await memberships.get(tx, seen.id);
      if (!membership || membership.version !== seen.version) {
        return;
      }
      const [team] = await teams.byIds(tx, [membership.teamId]);
      const { expiresAt, personId, status } = membership;
      if (status === 'active' || status === 'leaving') {
        const isOver = status === 'active';
        await ender.end(
          tx,
          team,
          [membership],
          isOver ? 'term_over' : 'left',
          isOver ? 'termEnd' : 'finish',
        );
        await notices.tell(
          tx,
          team,
          [personId, ...(await notices.leadsOf(tx, team))],
          {
            topic: 'virtual-teams.termEnd',
            title: isOver
              ? `A term in ${team.title} is over`
              : `Somebody left ${team.title} as announced`,
            subjectId: personId,
          },
        );
      } else if (expiresAt !== undefined && expiresAt <= now) {
        await ender.end(tx, team, [membership], 'not_answered', 'expire');
        await notices.tell(
          tx,
          team,
          [personId, ...(await notices.leadsOf(tx, team))],
          {
            topic: 'virtual-teams.expire',
            title:
              status === 'invited'
                ? `An invitation to ${team.title} ran out`
                : `A request to join ${team.title} ran out`,
            subjectId: personId,
          },
        );
      } else {
        await this.#remind(tx, membership, now);
      }
    });
  }

  async #remind(
    tx: Parameters<MembershipStore['update']>[0],
    membership: StoredMembership,
    now: number,
  ): Promise<void> {
    const { events, memberships, notices, settings, teams } = this.#options;
    const [team] = await teams.byIds(tx, [membership.teamId]);
    await memberships.update(
      tx,
      { ...membership, remindedAt: now },
      termsOf(settings.current().settings).reminderMs,
    );
    await events.add(tx, [
      {
        teamId: team.id,
        membershipId: membership.id,
        at: now,
        subjectId: membership.personId,
        name: 'remind',
      },
    ]);
    const isInvited = membership.status === 'invited';
    await notices.tell(
      tx,
      team,
      isInvited ? [membership.personId] : await notices.leadsOf(tx, team),
      {
        topic: 'virtual-teams.remind',
        title: isInvited
          ? `${team.title} waits for your answer`
          : `A request to join ${team.title} waits for your answer`,
        subjectId: membership.personId,
        link: MINE_PATH,
      },
    );
  }
}
