import {
  CheckTeams,
  DiscoveryPage,
  DiscoveryQuery,
  Endorsement,
  EndorsementInput,
  EntityTeams,
  Expertise,
  ExpertiseInput,
  FaultyDeclarations,
  GrantInput,
  GroupLending,
  Membership,
  MembershipActionInput,
  MembershipInput,
  MembershipUpdate,
  MyProfile,
  MyTeams,
  OpenRole,
  OpenRoleInput,
  OpenRolesPage,
  OpenRolesQuery,
  OwnedByTeams,
  PersonMemberships,
  PersonProfile,
  ProfileInput,
  Skill,
  SkillMatrix,
  SkillTaxonomy,
  SuggestionsInput,
  Team,
  TeamActionInput,
  TeamCalendarFeed,
  TeamDeclaration,
  TeamEntities,
  TeamErasurePreview,
  TeamInput,
  TeamMemberships,
  TeamOutcomeInput,
  TeamPersonExport,
  TeamProposals,
  TeamReviewInput,
  TeamSettingsState,
  TeamSuggestions,
  TeamSummary,
  TeamTimeline,
  TeamUpdate,
  TeamsPage,
  TeamsQuery,
  ThanksInput,
  VirtualTeamsApi,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  DISCOVERY,
  LENDING,
  MATRIX,
  MEMBERSHIPS,
  MY_PROFILE,
  MY_TEAMS,
  NOW,
  OPEN_ROLES,
  PROPOSALS,
  SETTINGS,
  SKILLS,
  SUGGESTIONS,
  TEAM,
  TEAMS,
  TEAM_ENTITIES,
  TIMELINE,
  membership,
  openRole,
} from './fixtures';
import { teamsPage } from './teamsPage';

/**
 * Answers what a test sets, and keeps what was sent. A test may also replace a
 * whole method.
 */
export class FakeVirtualTeamsApi implements VirtualTeamsApi {
  /** What all reads fail with, when it is set. */
  error?: Error;
  teams: TeamSummary[] = TEAMS;
  team: Team = TEAM;
  memberships: TeamMemberships = MEMBERSHIPS;
  timeline: TeamTimeline = TIMELINE;
  entities: TeamEntities = TEAM_ENTITIES;
  openRoles: OpenRole[] = OPEN_ROLES;
  me: MyTeams = MY_TEAMS;
  profile: MyProfile = MY_PROFILE;
  personProfile: PersonProfile = {
    userRef: 'user:default/elif.demir',
    canEndorse: [],
  };
  personMemberships: PersonMemberships = { items: [] };
  skills: Skill[] = SKILLS;
  discovery: DiscoveryPage = DISCOVERY;
  matrix: SkillMatrix = MATRIX;
  suggestions: TeamSuggestions = SUGGESTIONS;
  proposals: TeamProposals = PROPOSALS;
  settings: TeamSettingsState = SETTINGS;
  lending: GroupLending = LENDING;
  entityTeams: TeamSummary[] = [TEAMS[0]];
  checkTeams: CheckTeams = { items: [] };
  faultyDeclarations: FaultyDeclarations = { items: [], pageInfo: {} };
  ownedByTeams: OwnedByTeams = { items: [], pageInfo: {} };
  calendar: TeamCalendarFeed = { exists: false };
  readonly sent: { call: string; input: unknown }[] = [];

  constructor(methods: Partial<VirtualTeamsApi> = {}) {
    Object.assign(this, methods);
  }

  async getTeams(query: TeamsQuery): Promise<TeamsPage> {
    return this.#read(teamsPage(this.teams, query));
  }

  async getTeam(teamRef: string): Promise<Team> {
    return this.#read({ ...this.team, teamRef });
  }

  async createTeam(input: TeamInput): Promise<Team> {
    this.#keep('createTeam', input);
    return {
      ...this.team,
      ...input,
      teamRef: `group:virtual-teams/${input.name ?? 'new-team'}`,
      status: 'proposed',
    };
  }

  async updateTeam(teamRef: string, input: TeamUpdate): Promise<Team> {
    this.#keep('updateTeam', { teamRef, ...input });
    return { ...this.team, ...input.definition, teamRef };
  }

  async actOnTeam(teamRef: string, input: TeamActionInput): Promise<Team> {
    this.#keep('actOnTeam', { teamRef, ...input });
    return { ...this.team, teamRef };
  }

  async reviewTeam(teamRef: string, input: TeamReviewInput): Promise<Team> {
    this.#keep('reviewTeam', { teamRef, ...input });
    return { ...this.team, teamRef };
  }

  async recordOutcome(teamRef: string, input: TeamOutcomeInput): Promise<Team> {
    this.#keep('recordOutcome', { teamRef, ...input });
    return { ...this.team, teamRef };
  }

  async thank(teamRef: string, input: ThanksInput): Promise<void> {
    this.#keep('thank', { teamRef, ...input });
  }

  async getTimeline(_teamRef: string, cursor?: string): Promise<TeamTimeline> {
    return this.#read(
      cursor ? { items: [], ahead: [], pageInfo: {} } : this.timeline,
    );
  }

  async getDeclaration(_teamRef: string): Promise<TeamDeclaration> {
    return this.#read({ yaml: 'kind: Group\n' });
  }

  async getFaultyDeclarations(_cursor?: string): Promise<FaultyDeclarations> {
    return this.#read(this.faultyDeclarations);
  }

  async getOwnedByTeams(_cursor?: string): Promise<OwnedByTeams> {
    return this.#read(this.ownedByTeams);
  }

  async getTeamEntities(_teamRef: string): Promise<TeamEntities> {
    return this.#read(this.entities);
  }

  async grantFindings(teamRef: string, input: GrantInput): Promise<void> {
    this.#keep('grantFindings', { teamRef, ...input });
  }

  async getTeamSettings(): Promise<TeamSettingsState> {
    return this.#read(this.settings);
  }

  async getMemberships(_teamRef: string): Promise<TeamMemberships> {
    return this.#read(this.memberships);
  }

  async addMembership(
    teamRef: string,
    input: MembershipInput,
  ): Promise<Membership> {
    this.#keep('addMembership', { teamRef, ...input });
    return {
      ...membership('new', 'amara.rowe'),
      teamRef,
      ...input,
      userRef: input.userRef ?? this.me.userRef,
      skillIds: input.skillIds ?? [],
      status: input.userRef ? 'invited' : 'requested',
    };
  }

  async actOnMembership(
    id: string,
    input: MembershipActionInput,
  ): Promise<Membership> {
    this.#keep('actOnMembership', { id, ...input });
    return membership(id, 'amara.rowe');
  }

  async updateMembership(
    id: string,
    input: MembershipUpdate,
  ): Promise<Membership> {
    this.#keep('updateMembership', { id, ...input });
    return membership(id, 'amara.rowe');
  }

  async getOpenRoles(query: OpenRolesQuery): Promise<OpenRolesPage> {
    const items = this.openRoles.filter(
      ({ isMine, teamRef }) =>
        (!query.mine || isMine) &&
        (!query.teamRef || query.teamRef === teamRef),
    );
    return this.#read({ items, totalItems: items.length, pageInfo: {} });
  }

  async createOpenRole(input: OpenRoleInput): Promise<OpenRole> {
    this.#keep('createOpenRole', input);
    return openRole('new', input.title, { ...input, seatsLeft: input.seats });
  }

  async updateOpenRole(id: string, input: OpenRoleInput): Promise<OpenRole> {
    this.#keep('updateOpenRole', { id, ...input });
    return openRole(id, input.title, { ...input, seatsLeft: input.seats });
  }

  async closeOpenRole(id: string): Promise<void> {
    this.#keep('closeOpenRole', id);
  }

  async getMyTeams(): Promise<MyTeams> {
    return this.#read(this.me);
  }

  async getPersonMemberships(_userRef: string): Promise<PersonMemberships> {
    return this.#read(this.personMemberships);
  }

  async getGroupLending(groupRef: string): Promise<GroupLending> {
    return this.#read({ ...this.lending, groupRef });
  }

  async getEntityTeams(_entityRef: string): Promise<EntityTeams> {
    return this.#read({ items: this.entityTeams });
  }

  async getCheckTeams(): Promise<CheckTeams> {
    return this.#read(this.checkTeams);
  }

  async getSkills(): Promise<SkillTaxonomy> {
    return this.#read({ items: this.skills, loadedAt: NOW, faults: [] });
  }

  async getMyProfile(): Promise<MyProfile> {
    return this.#read(this.profile);
  }

  async saveProfile(input: ProfileInput): Promise<MyProfile> {
    this.#keep('saveProfile', input);
    this.profile = { ...this.profile, ...input, exists: true };
    return this.profile;
  }

  async deleteProfile(): Promise<void> {
    this.#keep('deleteProfile', undefined);
    this.profile = {
      ...this.profile,
      exists: false,
      visibility: 'nobody',
      seenBy: 'nobody',
      expertise: [],
    };
  }

  async declareSkill(
    skillId: string,
    input: ExpertiseInput,
  ): Promise<Expertise> {
    this.#keep('declareSkill', { skillId, ...input });
    return { ...this.#expertise(skillId), ...input };
  }

  async confirmSkill(skillId: string): Promise<Expertise> {
    this.#keep('confirmSkill', skillId);
    return { ...this.#expertise(skillId), confirmedAt: NOW, isStale: false };
  }

  async withdrawSkill(skillId: string): Promise<void> {
    this.#keep('withdrawSkill', skillId);
  }

  async getPersonProfile(userRef: string): Promise<PersonProfile> {
    return this.#read({ ...this.personProfile, userRef });
  }

  async endorse(
    userRef: string,
    input: EndorsementInput,
  ): Promise<Endorsement> {
    this.#keep('endorse', { userRef, ...input });
    return {
      id: 'new',
      endorserRef: this.me.userRef,
      at: NOW,
      counts: true,
      ...input,
    };
  }

  async removeEndorsement(id: string): Promise<void> {
    this.#keep('removeEndorsement', id);
  }

  async discover(query: DiscoveryQuery): Promise<DiscoveryPage> {
    this.#keep('discover', query);
    return this.#read(this.discovery);
  }

  async getMatrix(): Promise<SkillMatrix> {
    return this.#read(this.matrix);
  }

  async getSuggestions(_teamRef: string): Promise<TeamSuggestions> {
    return this.#read(this.suggestions);
  }

  async suggest(input: SuggestionsInput): Promise<TeamSuggestions> {
    this.#keep('suggest', input);
    return this.#read(this.suggestions);
  }

  async getProposals(): Promise<TeamProposals> {
    return this.#read(this.proposals);
  }

  async getTeamCalendar(): Promise<TeamCalendarFeed> {
    return this.#read(this.calendar);
  }

  async createTeamCalendar(): Promise<TeamCalendarFeed> {
    this.#keep('createTeamCalendar', undefined);
    return {
      exists: true,
      url: 'https://portal.example/teams.ics',
      createdAt: NOW,
    };
  }

  async removeTeamCalendar(): Promise<void> {
    this.#keep('removeTeamCalendar', undefined);
  }

  async exportPerson(userRef: string): Promise<TeamPersonExport> {
    return this.#read({
      userRef,
      exportedAt: NOW,
      expertise: [],
      endorsementsReceived: [],
      endorsementsGiven: [],
      memberships: [],
      needs: [],
      events: [],
      thanks: [],
    });
  }

  async previewErasure(userRef: string): Promise<TeamErasurePreview> {
    return this.#read({ userRef, classes: [] });
  }

  async erasePerson(userRef: string): Promise<TeamErasurePreview> {
    this.#keep('erasePerson', userRef);
    return { userRef, classes: [] };
  }

  #read<T>(answer: T): T {
    if (this.error) {
      throw this.error;
    }
    return answer;
  }

  #keep(call: string, input: unknown): void {
    this.sent.push({ call, input });
  }

  #expertise(skillId: string): Expertise {
    const known = this.profile.expertise.find(
      expertise => expertise.skillId === skillId,
    );
    return (
      known ?? {
        skillId,
        skillName:
          this.skills.find(({ id }) => id === skillId)?.name ?? skillId,
        level: 'practitioner',
        willing: [],
        evidenceLinks: [],
        confirmedAt: NOW,
        isStale: false,
        endorsementCount: 0,
        endorsements: [],
      }
    );
  }
}
