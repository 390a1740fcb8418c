import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { ThanksInput } from '@synchrony/backstage-plugin-virtual-teams-common';
import { requirePerson, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { MembershipStore } from '../store/MembershipStore';
import { ThanksStore } from '../store/ThanksStore';
import { TeamDirectory } from './TeamDirectory';
import { TeamNotices } from './TeamNotices';

export interface ThanksServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'clock' | 'database' | 'people'> {
  directory: TeamDirectory;
  memberships: MembershipStore;
  notices: TeamNotices;
  thanks: ThanksStore;
}

/** Thanks from the lead to members, past ones included; only they read them. */
export class ThanksService {
  readonly #options: ThanksServiceOptions;

  constructor(options: ThanksServiceOptions) {
    this.#options = options;
  }

  async thank(
    credentials: BackstageCredentials,
    teamRef: string,
    { message, to }: ThanksInput,
  ): Promise<void> {
    const { clock, database, directory, memberships, notices } = this.#options;
    const { people, thanks } = this.#options;
    const person = await requirePerson(this.#options, credentials);
    const reader = await directory.known(person);
    const team = await directory.require(reader, teamRef);
    const led = await memberships.find(database, {
      teamIds: [team.id],
      personIds: reader.personId === undefined ? [] : [reader.personId],
      statuses: ['active', 'leaving', 'left'],
    });
    const { isSponsor } = await directory.standing(reader, team);
    if (
      !isSponsor &&
      !led.some(({ role }) => role === 'lead' || role === 'deputy')
    ) {
      throw new NotAllowedError(
        'Lead, deputies and sponsor thank for the team',
      );
    }
    const been = await memberships.find(database, {
      teamIds: [team.id],
      statuses: ['active', 'leaving', 'left'],
    });
    await database.transaction(async tx => {
      const fromId = await people.idOf(tx, person.userRef);
      const ids = await people.known(tx, to);
      const at = clock().getTime();
      const toIds = to.map((ref, index) => {
        const toId = ids.get(ref);
        if (
          toId === undefined ||
          !been.some(({ personId }) => personId === toId)
        ) {
          throw new InputError(`to.${index}: ${ref} was not in the team`);
        }
        if (toId === fromId) {
          throw new InputError(`to.${index}: Nobody thanks themself`);
        }
        return toId;
      });
      await thanks.add(tx, { teamId: team.id, fromId, toIds, message, at });
      await notices.tell(tx, team, toIds, {
        topic: 'virtual-teams.thanks',
        title: `Thanks for your part in ${team.title}`,
        description: message,
      });
    });
  }
}
