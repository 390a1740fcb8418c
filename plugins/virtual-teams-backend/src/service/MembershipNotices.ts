import { MembershipAction } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { StoredMembership } from '../memberships/types';
import { MINE_PATH } from '../teams/links';
import { StoredTeam } from '../teams/types';
import { TeamNotices } from './TeamNotices';

type Words = Partial<Record<MembershipAction, (title: string) => string>>;

/** What the person hears of a step that somebody else took. */
const TO_PERSON: Words = {
  approve: title => `You are in: ${title}`,
  reject: title => `${title} could not take you in`,
  withdrawInvitation: title => `${title} took its invitation back`,
  remove: title => `You are no longer in ${title}`,
};

/** What leads hear of a step that the person took. */
const TO_LEADS: Words = {
  accept: title => `An invitation to ${title} was accepted`,
  decline: title => `An invitation to ${title} was declined`,
  withdrawRequest: title => `A request to join ${title} was taken back`,
  announceLeave: title => `Somebody will leave ${title}`,
  cancelLeave: title => `Somebody stays in ${title}`,
  leave: title => `Somebody left ${title}`,
};

/** Writes down who is to be told of what happens to memberships. */
export class MembershipNotices {
  readonly #notices: TeamNotices;

  constructor(notices: TeamNotices) {
    this.#notices = notices;
  }

  /** Of an invitation, or of a request that waits. */
  async ofNew(
    tx: Knex,
    team: StoredTeam,
    { message, personId, status }: StoredMembership,
  ): Promise<void> {
    if (status === 'invited') {
      await this.#notices.tell(tx, team, [personId], {
        topic: 'virtual-teams.invite',
        title: `${team.title} invites you`,
        description: message,
        link: MINE_PATH,
      });
    } else if (status === 'requested') {
      await this.#notices.tell(
        tx,
        team,
        await this.#notices.leadsOf(tx, team),
        {
          topic: 'virtual-teams.ask',
          title: `Somebody asks to join ${team.title}`,
          subjectId: personId,
          link: MINE_PATH,
        },
      );
    }
  }

  async ofAction(
    tx: Knex,
    team: StoredTeam,
    { personId }: StoredMembership,
    taken: {
      action: MembershipAction;
      actorId: number | undefined;
      note: string | undefined;
    },
  ): Promise<void> {
    const { action, actorId, note } = taken;
    const said = { topic: `virtual-teams.${action}`, description: note };
    const toPerson = TO_PERSON[action];
    const toLeads = TO_LEADS[action];
    if (toPerson) {
      await this.#notices.tell(tx, team, [personId], {
        ...said,
        title: toPerson(team.title),
      });
    } else if (toLeads) {
      const leads = await this.#notices.leadsOf(tx, team);
      await this.#notices.tell(
        tx,
        team,
        leads.filter(id => id !== actorId),
        { ...said, title: toLeads(team.title), subjectId: personId },
      );
    }
  }
}
