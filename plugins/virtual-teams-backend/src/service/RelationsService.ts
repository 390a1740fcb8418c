import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  LIVE_TEAM_STATUSES,
  MEMBER_STATUSES,
  ParticipantRelations,
  PortalTeams,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { requireReader, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { MembershipStore } from '../store/MembershipStore';
import { TeamStore } from '../store/TeamStore';
import { PRIVATE_TEAM_STATUSES } from './TeamDirectory';

const SHOWN = LIVE_TEAM_STATUSES.filter(
  status => !PRIVATE_TEAM_STATUSES.includes(status),
);

export interface RelationsServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'config' | 'database' | 'people'> {
  memberships: MembershipStore;
  teams: TeamStore;
}

/** What the catalog shows of virtual teams; for plugins of the portal. */
export class RelationsService {
  readonly #options: RelationsServiceOptions;

  constructor(options: RelationsServiceOptions) {
    this.#options = options;
  }

  async participants(
    credentials: BackstageCredentials,
  ): Promise<ParticipantRelations> {
    await this.#require(credentials);
    return {
      items: await this.#pairs(),
    };
  }

  async portalTeams(credentials: BackstageCredentials): Promise<PortalTeams> {
    await this.#require(credentials);
    const { config, database, teams } = this.#options;
    const asMembers =
      config.getOptionalBoolean('virtualTeams.catalog.membersAsGroupMembers') ??
      false;
    const pairs = asMembers ? await this.#pairs() : [];
    const found = await teams.inStatus(database, SHOWN);
    return {
      items: found
        .filter(({ managedBy }) => managedBy === 'portal')
        .map(({ kind, outcome, status, teamRef, title }) => ({
          teamRef,
          title,
          description: outcome,
          status,
          kind,
          ...(asMembers && {
            memberRefs: pairs
              .filter(pair => pair.teamRef === teamRef)
              .map(({ userRef }) => userRef),
          }),
        })),
    };
  }

  async #pairs(): Promise<ParticipantRelations['items']> {
    const { database, memberships, people, teams } = this.#options;
    const found = await teams.inStatus(database, SHOWN);
    const refs = new Map(found.map(({ id, teamRef }) => [id, teamRef]));
    const members = await memberships.find(database, {
      teamIds: [...refs.keys()],
      statuses: MEMBER_STATUSES,
    });
    const names = await people.refsOf(
      database,
      members.map(({ personId }) => personId),
    );
    return members.flatMap(({ personId, teamId }) => {
      const userRef = names.get(personId);
      return userRef?.startsWith('user:')
        ? [{ teamRef: refs.get(teamId)!, userRef }]
        : [];
    });
  }

  async #require(credentials: BackstageCredentials): Promise<void> {
    const reader = await requireReader(this.#options, credentials);
    if (reader.userRef !== undefined && !reader.isManager) {
      throw new NotAllowedError('This is for plugins of the portal');
    }
  }
}
