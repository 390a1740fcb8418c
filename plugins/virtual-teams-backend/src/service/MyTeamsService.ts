import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  LIVE_MEMBERSHIP_STATUSES,
  MEMBER_STATUSES,
  Membership,
  MyTeams,
  PersonMemberships,
  teamCreatePermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  requirePerson,
  requireReader,
  ReaderOptions,
} from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { StoredMembership } from '../memberships/types';
import { standingSkill } from '../skills/standingSkill';
import { AllocationLimitStore } from '../store/AllocationLimitStore';
import { ExpertiseStore } from '../store/ExpertiseStore';
import { MembershipStore } from '../store/MembershipStore';
import { OpenRoleStore } from '../store/OpenRoleStore';
import { TeamStore } from '../store/TeamStore';
import { StoredTeam } from '../teams/types';
import { MembershipViews } from './MembershipViews';
import { OpenRolesService } from './OpenRolesService';
import {
  KnownReader,
  PRIVATE_TEAM_STATUSES,
  TeamDirectory,
} from './TeamDirectory';

const SUGGESTED_ROLES = 5;

export interface MyTeamsServiceOptions
  extends
    ReaderOptions,
    Pick<
      VirtualTeamsContext,
      'database' | 'people' | 'permissions' | 'skills'
    > {
  directory: TeamDirectory;
  expertise: ExpertiseStore;
  limits: AllocationLimitStore;
  memberships: MembershipStore;
  openRoles: OpenRolesService;
  roles: OpenRoleStore;
  teams: TeamStore;
  views: MembershipViews;
}

interface OfTeam {
  team: StoredTeam;
  view: Membership;
}

/** How somebody stands to virtual teams. */
export class MyTeamsService {
  readonly #options: MyTeamsServiceOptions;

  constructor(options: MyTeamsServiceOptions) {
    this.#options = options;
  }

  async mine(credentials: BackstageCredentials): Promise<MyTeams> {
    const { database, directory, memberships } = this.#options;
    const reader = await directory.known(
      await requirePerson(this.#options, credentials),
    );
    const { personId, userRef } = reader;
    const own =
      personId === undefined
        ? []
        : await memberships.find(database, {
            personIds: [personId],
            statuses: LIVE_MEMBERSHIP_STATUSES,
          });
    const led = own.filter(
      ({ role, status }) =>
        MEMBER_STATUSES.includes(status) &&
        (role === 'lead' || role === 'deputy'),
    );
    const requests = await memberships.find(database, {
      teamIds: led.map(({ teamId }) => teamId),
      statuses: ['requested'],
    });
    const mine = await this.#views(reader, own);
    const titled = ({ team, view }: OfTeam) => ({
      ...view,
      teamTitle: team.title,
    });
    return {
      userRef: userRef!,
      memberships: mine.map(each => ({
        ...titled(each),
        teamStatus: each.team.status,
        teamKind: each.team.kind,
      })),
      toAnswer: [
        ...mine.filter(({ view }) => view.status === 'invited'),
        ...(await this.#views(reader, requests)),
      ].map(titled),
      totalAllocationPct: own
        .filter(({ status }) => MEMBER_STATUSES.includes(status))
        .reduce((sum, each) => sum + (each.allocationPct ?? 0), 0),
      limitPct: await this.#limit(personId),
      suggestedRoles: await this.#suggested(
        reader,
        own.map(({ teamId }) => teamId),
      ),
      canCreate: await this.#canCreate(credentials),
      canManage: reader.isManager,
    };
  }

  /** What everybody may know: the teams that somebody is in. */
  async ofPerson(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<PersonMemberships> {
    const { database, directory, memberships, people } = this.#options;
    const reader = await directory.known(
      await requireReader(this.#options, credentials),
    );
    const personId = await people.find(database, userRef);
    const found =
      personId === undefined
        ? []
        : await memberships.find(database, {
            personIds: [personId],
            statuses: MEMBER_STATUSES,
          });
    const shown = (await this.#views(reader, found)).filter(
      ({ team }) =>
        !PRIVATE_TEAM_STATUSES.includes(team.status) ||
        reader.personId === personId ||
        reader.isManager,
    );
    return {
      items: shown.map(({ team, view }) => ({
        ...view,
        teamTitle: team.title,
        teamStatus: team.status,
      })),
      ...(reader.personId === personId && personId !== undefined
        ? {
            totalAllocationPct: found.reduce(
              (sum, each) => sum + (each.allocationPct ?? 0),
              0,
            ),
          }
        : {}),
    };
  }

  async #views(
    reader: KnownReader,
    memberships: StoredMembership[],
  ): Promise<OfTeam[]> {
    const { database, directory, teams, views } = this.#options;
    const byTeam = await teams.byIds(database, [
      ...new Set(memberships.map(({ teamId }) => teamId)),
    ]);
    const standings = await directory.standings(reader, byTeam);
    const shown = await views.ofTeams(reader, byTeam, standings, memberships);
    return shown.map(view => ({
      team: byTeam.find(({ teamRef }) => teamRef === view.teamRef)!,
      view,
    }));
  }

  async #limit(personId: number | undefined): Promise<number> {
    const { database, limits, settings } = this.#options;
    const { allocationLimitPct } = settings.current().settings;
    const own =
      personId === undefined
        ? undefined
        : (await limits.of(database, [personId])).get(personId);
    return Math.min(allocationLimitPct, own ?? allocationLimitPct);
  }

  /** Open roles that ask for what the reader declared. */
  async #suggested(reader: KnownReader, teamIds: number[]) {
    const { database, expertise, openRoles, roles, skills } = this.#options;
    if (reader.personId === undefined) {
      return [];
    }
    const declared = await expertise.allOf(database, reader.personId);
    const { items } = skills.current();
    const standing = (id: string) => standingSkill(items, id)?.id ?? id;
    const mine = new Set(declared.map(({ skillId }) => standing(skillId)));
    const open = (await roles.open(database, {})).filter(
      ({ postedBy, skillId, teamId }) =>
        skillId !== undefined &&
        mine.has(standing(skillId)) &&
        postedBy !== reader.personId &&
        (teamId === undefined || !teamIds.includes(teamId)),
    );
    return openRoles.views(
      reader,
      (await openRoles.shown(reader, open)).slice(0, SUGGESTED_ROLES),
    );
  }

  async #canCreate(credentials: BackstageCredentials): Promise<boolean> {
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission: teamCreatePermission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }
}
