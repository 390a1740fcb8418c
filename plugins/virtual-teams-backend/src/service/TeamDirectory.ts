import { NotFoundError } from '@backstage/errors';
import {
  JOINABLE_TEAM_STATUSES,
  LIVE_MEMBERSHIP_STATUSES,
  MEMBER_STATUSES,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Reader } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { StoredMembership } from '../memberships/types';
import { MembershipStore } from '../store/MembershipStore';
import { TeamStore } from '../store/TeamStore';
import { Standing } from '../teams/guardsOf';
import { StoredTeam } from '../teams/types';

/** Statuses in which a team is known to those only who had to do with it. */
export const PRIVATE_TEAM_STATUSES: readonly StoredTeam['status'][] = [
  'proposed',
  'closed',
];

/** A reader with their number, where anything is kept of them. */
export type KnownReader = Reader & { personId?: number };

export interface TeamDirectoryOptions extends Pick<
  VirtualTeamsContext,
  'database' | 'people'
> {
  teams: TeamStore;
  memberships: MembershipStore;
}

/** How a reader stands to a team, also by a membership that waits. */
export type TeamStanding = Standing & {
  membership?: StoredMembership;
  isMember: boolean;
};

/** Finds teams for readers, and says how readers stand to them. */
export class TeamDirectory {
  readonly #options: TeamDirectoryOptions;

  constructor(options: TeamDirectoryOptions) {
    this.#options = options;
  }

  async known(reader: Reader): Promise<KnownReader> {
    const { database, people } = this.#options;
    return {
      ...reader,
      personId:
        reader.userRef === undefined
          ? undefined
          : await people.find(database, reader.userRef),
    };
  }

  /**
   * A team as the reader may see it.
   *
   * @throws NotFoundError also for one that the reader may not know of
   */
  async require(
    reader: KnownReader,
    teamRef: string,
    tx: Knex = this.#options.database,
  ): Promise<StoredTeam> {
    const ref = normalizeEntityRef(teamRef);
    const team = await this.#options.teams.get(tx, ref);
    if (!team || !(await this.#maySee(tx, reader, team))) {
      throw new NotFoundError(`There is no virtual team ${ref}`);
    }
    return team;
  }

  async #maySee(
    tx: Knex,
    reader: KnownReader,
    team: StoredTeam,
  ): Promise<boolean> {
    if (!PRIVATE_TEAM_STATUSES.includes(team.status) || reader.isManager) {
      return true;
    }
    const { personId } = reader;
    if (personId === undefined) {
      // Services stand for plugins of the portal.
      return reader.userRef === undefined;
    }
    return (
      [
        team.leadId,
        team.sponsorId,
        team.proposedBy,
        ...team.deputyIds,
      ].includes(personId) ||
      (await this.#options.memberships.findLive(tx, team.id, personId)) !==
        undefined
    );
  }

  async standing(
    reader: KnownReader,
    team: StoredTeam,
    tx: Knex = this.#options.database,
  ): Promise<TeamStanding> {
    return (await this.standings(reader, [team], tx)).get(team.id)!;
  }

  /** How a reader stands to teams, by their numbers; asked at once. */
  async standings(
    reader: KnownReader,
    teams: readonly StoredTeam[],
    tx: Knex = this.#options.database,
  ): Promise<Map<number, TeamStanding>> {
    const { personId } = reader;
    const own =
      personId === undefined
        ? []
        : await this.#options.memberships.find(tx, {
            teamIds: teams.map(({ id }) => id),
            personIds: [personId],
            statuses: LIVE_MEMBERSHIP_STATUSES,
          });
    return new Map(
      teams.map(team => [
        team.id,
        this.#standing(
          reader,
          team,
          own.find(({ teamId }) => teamId === team.id),
        ),
      ]),
    );
  }

  #standing(
    { isManager, personId }: KnownReader,
    team: StoredTeam,
    membership: StoredMembership | undefined,
  ): TeamStanding {
    const isMember =
      membership !== undefined && MEMBER_STATUSES.includes(membership.status);
    const isProposer = personId !== undefined && team.proposedBy === personId;
    const leads = isMember && ['lead', 'deputy'].includes(membership.role);
    return {
      membership,
      isMember,
      isLead:
        leads ||
        isManager ||
        (isProposer && ['proposed', 'forming'].includes(team.status)),
      isSponsor:
        isManager || (personId !== undefined && team.sponsorId === personId),
      isProposer,
    };
  }

  isJoinable({ status }: StoredTeam): boolean {
    return JOINABLE_TEAM_STATUSES.includes(status);
  }
}
