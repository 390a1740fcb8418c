import {
  MEMBER_STATUSES,
  SkillCoverage,
  Team,
  TeamDefinition,
  TeamSummary,
  TEAM_TRANSITIONS,
  openTeamActions,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { VirtualTeamsContext } from '../context';
import { StoredMembership } from '../memberships/types';
import { skillName } from '../skills/standingSkill';
import { DeclarationStore } from '../store/DeclarationStore';
import { MembershipStore } from '../store/MembershipStore';
import { OpenRoleStore } from '../store/OpenRoleStore';
import { SkillCoverageStore } from '../store/SkillCoverageStore';
import { guardsOf, obstaclesOf, Standing, TeamFacts } from '../teams/guardsOf';
import { coverSkills, seatsOf } from '../teams/skillCoverage';
import { StoredTeam } from '../teams/types';
import { KnownReader, TeamDirectory } from './TeamDirectory';

const SHOWN_MEMBERS = 3;

export interface TeamViewsOptions extends Pick<
  VirtualTeamsContext,
  'catalog' | 'database' | 'entities' | 'openWork' | 'people' | 'skills'
> {
  memberships: MembershipStore;
  roles: OpenRoleStore;
  coverage: SkillCoverageStore;
  declarations: DeclarationStore;
  directory: TeamDirectory;
}

const toTime = (ms: number | undefined) =>
  ms === undefined ? undefined : new Date(ms).toISOString();

/** Leads first, then deputies, then who was in first. */
function byRole(one: StoredMembership, other: StoredMembership): number {
  const rank = ({ role }: StoredMembership) =>
    ['lead', 'deputy'].includes(role) ? ['lead', 'deputy'].indexOf(role) : 2;
  return rank(one) - rank(other) || (one.since ?? 0) - (other.since ?? 0);
}

/** Teams as readers see them. */
export class TeamViews {
  readonly #options: TeamViewsOptions;

  constructor(options: TeamViewsOptions) {
    this.#options = options;
  }

  /** Teams for a list; all that is asked of the database, it is asked at once. */
  async summaries(
    reader: KnownReader,
    teams: readonly StoredTeam[],
  ): Promise<TeamSummary[]> {
    const { database, people, roles, skills } = this.#options;
    const teamIds = teams.map(({ id }) => id);
    const { covered, members } = await this.#covered(teams);
    const mine = await this.#mine(reader, teamIds);
    const open = await roles.open(database, { teamIds });
    const taken = await roles.taken(
      database,
      open.map(({ id }) => id),
    );
    const names = await people.refsOf(database, [
      ...teams.flatMap(({ leadId, sponsorId }) => [
        leadId,
        sponsorId ?? leadId,
      ]),
      ...members.map(({ personId }) => personId),
    ]);
    return teams.map(team => {
      const of = members
        .filter(({ teamId }) => teamId === team.id)
        .sort(byRole);
      return {
        teamRef: team.teamRef,
        title: team.title,
        kind: team.kind,
        status: team.status,
        isStale: team.staleSince !== undefined,
        outcome: team.outcome,
        initiative: team.initiative,
        leadRef: names.get(team.leadId)!,
        sponsorRef:
          team.sponsorId === undefined ? undefined : names.get(team.sponsorId),
        platformRefs: team.platformRefs,
        memberCount: of.length,
        memberRefs: of
          .slice(0, SHOWN_MEMBERS)
          .map(({ personId }) => names.get(personId)!),
        ...seatsOf(covered.get(team.id)!),
        openRoles: open
          .filter(({ teamId }) => teamId === team.id)
          .map(({ id, seats, skillId, title }) => ({
            id,
            title:
              title ||
              (skillId ? skillName(skills.current().items, skillId) : ''),
            seatsLeft: Math.max(0, seats - (taken.get(id) ?? 0)),
          })),
        startedAt: toTime(team.startedAt),
        reviewAt: team.reviewOn,
        endsAt: team.endsOn,
        lastActiveAt: toTime(team.lastActiveAt)!,
        managedBy: team.managedBy,
        mine: standingIn(reader, team, mine.get(team.id)),
      };
    });
  }

  /** One team with all that stands behind it. */
  async details(reader: KnownReader, team: StoredTeam): Promise<Team> {
    const { database, directory, people } = this.#options;
    const { catalog, declarations } = this.#options;
    const [summary] = await this.summaries(reader, [team]);
    const { covered, members } = await this.#covered([team]);
    const coverage = covered.get(team.id)!;
    const standing = await directory.standing(reader, team);
    const facts = await this.facts(team, coverage);
    const holds = guardsOf(team, standing, facts);
    const names = await people.refsOf(database, [
      ...team.deputyIds,
      ...(team.proposedBy === undefined ? [] : [team.proposedBy]),
    ]);
    const shown = await catalog.filter(reader.credentials, team.entityRefs);
    return {
      ...definitionOf(
        { ...team, deputyIds: shownDeputies(team, members, standing) },
        summary,
        names,
      ),
      ...summary,
      entityRefs: team.entityRefs.filter(ref => shown.has(ref)),
      skills: coverage,
      proposedBy:
        team.proposedBy === undefined ? undefined : names.get(team.proposedBy),
      proposedAt: toTime(team.proposedAt)!,
      outcomeRecord: team.outcomeRecord,
      version: team.version,
      actions: openTeamActions(team.status, holds),
      obstacles: obstaclesOf(team, holds, facts),
      isLead: standing.isLead,
      declaredIn: team.declaredIn,
      declarationFaults: standing.isLead
        ? (await declarations.get(database, team.teamRef))?.faults
        : undefined,
      proposalId: team.proposalId,
    };
  }

  /** How the skills of teams are covered, and by whom they are counted. */
  async #covered(teams: readonly StoredTeam[]): Promise<{
    covered: Map<number, SkillCoverage[]>;
    members: StoredMembership[];
  }> {
    const { coverage, database, memberships, skills } = this.#options;
    const members = await memberships.find(database, {
      teamIds: teams.map(({ id }) => id),
      statuses: MEMBER_STATUSES,
    });
    const shared = await coverage.shared(
      database,
      members.map(({ personId }) => personId),
    );
    const covered = new Map(
      teams.map(team => [
        team.id,
        coverSkills(
          team.requiredExpertise,
          members
            .filter(
              ({ role, teamId }) => teamId === team.id && role !== 'observer',
            )
            .map(({ personId, skillIds }) => ({
              personId,
              namedSkillIds: skillIds,
              shared: shared.filter(each => each.personId === personId),
            })),
          skills.current().items,
        ),
      ]),
    );
    return { covered, members };
  }

  /** What the guards of a team look at; to be asked outside of transactions. */
  async facts(
    team: StoredTeam,
    coverage?: SkillCoverage[],
  ): Promise<TeamFacts> {
    const { database, entities, memberships, openWork, people } = this.#options;
    const skills =
      coverage ?? (await this.#covered([team])).covered.get(team.id)!;
    const names = await people.refsOf(database, [
      team.leadId,
      team.sponsorId ?? team.leadId,
    ]);
    const owner = team.outcomeRecord?.handoverOwnerRef;
    const refs = [...names.values(), ...(owner ? [owner] : [])].filter(ref =>
      /^(user|group):/.test(ref),
    );
    const rows = await entities.get(refs);
    const isKnown = (id: number | undefined) =>
      id !== undefined && rows.get(names.get(id) ?? '') !== undefined;
    const leads = await memberships.find(database, {
      teamIds: [team.id],
      statuses: MEMBER_STATUSES,
    });
    return {
      hasActiveLead:
        isKnown(team.leadId) &&
        leads.some(
          ({ personId, role }) => personId === team.leadId && role === 'lead',
        ),
      isSponsorKnown: isKnown(team.sponsorId),
      coversASkill: skills.some(({ covered }) => covered > 0),
      isHandoverOwnerKnown:
        owner !== undefined && rows.get(owner) !== undefined,
      openWork: TEAM_TRANSITIONS.some(
        ({ from, guards }) =>
          guards.includes('hasNoOpenWork') && from.includes(team.status),
      )
        ? await openWork.of(database, team.id)
        : [],
    };
  }

  async #mine(
    { personId }: KnownReader,
    teamIds: number[],
  ): Promise<Map<number, StoredMembership>> {
    const { database, memberships } = this.#options;
    const found =
      personId === undefined
        ? []
        : await memberships.find(database, {
            teamIds,
            personIds: [personId],
            statuses: ['invited', 'requested', ...MEMBER_STATUSES],
          });
    return new Map(found.map(each => [each.teamId, each]));
  }
}

function standingIn(
  { personId }: KnownReader,
  team: StoredTeam,
  membership: StoredMembership | undefined,
): TeamSummary['mine'] {
  if (membership?.status === 'invited' || membership?.status === 'requested') {
    return membership.status;
  }
  if (membership) {
    return ['lead', 'deputy'].includes(membership.role) ? 'lead' : 'member';
  }
  return personId !== undefined && team.sponsorId === personId
    ? 'sponsor'
    : undefined;
}

/**
 * Who is named as deputy: for who leads the team all, for others only those
 * who have said yes.
 */
export function shownDeputies(
  { deputyIds }: StoredTeam,
  members: readonly StoredMembership[],
  { isLead }: Standing,
): number[] {
  return isLead
    ? deputyIds
    : deputyIds.filter(id =>
        members.some(
          ({ personId, role }) => personId === id && role === 'deputy',
        ),
      );
}

/** What is written about a team, with names in place of numbers. */
export function definitionOf(
  team: StoredTeam,
  { leadRef, sponsorRef }: Pick<TeamSummary, 'leadRef' | 'sponsorRef'>,
  names: ReadonlyMap<number, string>,
): TeamDefinition {
  return {
    title: team.title,
    kind: team.kind,
    initiative: team.initiative,
    charter: {
      outcome: team.outcome,
      inScope: team.inScope,
      outOfScope: team.outOfScope,
      measures: team.measures,
    },
    sponsorRef,
    leadRef,
    deputyRefs: team.deputyIds.flatMap(id => names.get(id) ?? []),
    platformRefs: team.platformRefs,
    interactionMode: team.interactionMode,
    entityRefs: team.entityRefs,
    channels: team.channels,
    cadence: team.cadence,
    reviewAt: team.reviewOn,
    endsAt: team.endsOn,
    requiredExpertise: team.requiredExpertise,
    checkIds: team.checkIds,
  };
}
