import {
  Membership,
  openMembershipActions,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { VirtualTeamsContext } from '../context';
import { isSeenBy } from '../memberships/isSeenBy';
import { StoredMembership } from '../memberships/types';
import { MembershipStore } from '../store/MembershipStore';
import { StoredTeam } from '../teams/types';
import { KnownReader, TeamDirectory, TeamStanding } from './TeamDirectory';
import { Standing } from '../teams/guardsOf';

export interface MembershipViewsOptions extends Pick<
  VirtualTeamsContext,
  'database' | 'entities' | 'people' | 'places' | 'settings'
> {
  directory: TeamDirectory;
  memberships: MembershipStore;
}

const toTime = (ms: number | undefined) =>
  ms === undefined ? undefined : new Date(ms).toISOString();

/** Memberships as readers see them. */
export class MembershipViews {
  readonly #options: MembershipViewsOptions;

  constructor(options: MembershipViewsOptions) {
    this.#options = options;
  }

  /** Whether a reader may know of a membership at all. */
  isSeenBy(
    { personId }: KnownReader,
    { isLead }: Standing,
    membership: StoredMembership,
  ): boolean {
    return isSeenBy({ isLead, personId }, membership);
  }

  /** Of one team. */
  of(
    reader: KnownReader,
    team: StoredTeam,
    standing: TeamStanding,
    memberships: readonly StoredMembership[],
  ): Promise<Membership[]> {
    return this.ofTeams(
      reader,
      [team],
      new Map([[team.id, standing]]),
      memberships,
    );
  }

  /** Of several teams; in the order of the memberships. */
  async ofTeams(
    reader: KnownReader,
    teams: readonly StoredTeam[],
    standings: ReadonlyMap<number, TeamStanding>,
    memberships: readonly StoredMembership[],
  ): Promise<Membership[]> {
    const { database, directory, entities, people, places, settings } =
      this.#options;
    const { managerSeesAbovePct } = settings.current().settings;
    const teamOf = new Map(teams.map(team => [team.id, team]));
    const leading = await this.#options.memberships.leading(database, [
      ...teamOf.keys(),
    ]);
    const names = await people.refsOf(database, [
      ...leading.map(({ personId }) => personId),
      ...memberships.flatMap(({ invitedBy, personId }) =>
        [invitedBy, personId].filter(id => id !== undefined),
      ),
    ]);
    const refs = memberships.flatMap(({ personId }) => {
      const ref = names.get(personId);
      return ref?.startsWith('user:') ? [ref] : [];
    });
    const known = await entities.get(refs);
    const seesSharesOf = ({ isLead, isMember, isSponsor }: TeamStanding) =>
      isLead || isSponsor || isMember;
    const placeOf = [...standings.values()].every(seesSharesOf)
      ? new Map()
      : await places.of(refs);
    return memberships.map(membership => {
      const { allocationPct = 0, personId, teamId } = membership;
      const team = teamOf.get(teamId)!;
      const standing = standings.get(teamId)!;
      const leads = leading
        .filter(each => each.teamId === teamId)
        .map(each => each.personId);
      const seesShares = seesSharesOf(standing);
      const userRef = names.get(personId)!;
      const isPerson = reader.personId === personId;
      const isLineLead =
        reader.userRef !== undefined &&
        placeOf.get(userRef)?.leadRef === reader.userRef &&
        allocationPct > managerSeesAbovePct;
      const isPending =
        membership.status === 'invited' || membership.status === 'requested';
      return {
        id: membership.id,
        teamRef: team.teamRef,
        userRef,
        role: membership.role,
        status: membership.status,
        homeGroupRef: membership.homeGroupRef,
        platformRef: membership.platformRef,
        allocationPct:
          isPerson || seesShares || isLineLead
            ? membership.allocationPct
            : undefined,
        skillIds: membership.skillIds,
        openRoleId: membership.openRoleId,
        message: isPending ? membership.message : undefined,
        invitedBy:
          membership.invitedBy === undefined
            ? undefined
            : names.get(membership.invitedBy),
        since: toTime(membership.since),
        until: toTime(membership.until),
        expiresAt: toTime(membership.expiresAt),
        decidedBy: decidersOf(
          membership,
          userRef,
          leads.flatMap(id => names.get(id) ?? []),
        ),
        endReason: membership.endReason,
        note: isPerson || standing.isLead ? membership.note : undefined,
        version: membership.version,
        actions: openMembershipActions(membership.status, {
          isPerson,
          isOther: !isPerson,
          isLead: standing.isLead,
          isInCatalog: known.get(userRef) !== undefined,
          isJoinable: directory.isJoinable(team),
          dateIsAhead: true,
          leavesALead:
            membership.role !== 'lead' || leads.some(id => id !== personId),
        }),
      };
    });
  }
}

function decidersOf(
  { status }: StoredMembership,
  userRef: string,
  leadRefs: string[],
): string[] | undefined {
  switch (status) {
    case 'invited':
      return [userRef];
    case 'requested':
      return leadRefs;
    default:
      return undefined;
  }
}
