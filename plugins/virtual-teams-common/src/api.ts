import {
  DiscoveryPage,
  DiscoveryQuery,
  Endorsement,
  EndorsementInput,
  Expertise,
  ExpertiseInput,
  MyProfile,
  PersonProfile,
  ProfileInput,
  SkillMatrix,
  SkillTaxonomy,
} from './expertise';
import { SuggestionsInput, TeamProposals, TeamSuggestions } from './matching';
import {
  GroupLending,
  Membership,
  MembershipActionInput,
  MembershipInput,
  MembershipUpdate,
  MyTeams,
  OpenRole,
  OpenRoleInput,
  OpenRolesPage,
  OpenRolesQuery,
  PersonMemberships,
  TeamMemberships,
} from './memberships';
import {
  TeamCalendarFeed,
  TeamErasurePreview,
  TeamPersonExport,
} from './privacy';
import {
  CheckTeams,
  EntityTeams,
  FaultyDeclarations,
  GrantInput,
  OwnedByTeams,
  Team,
  TeamActionInput,
  TeamDeclaration,
  TeamEntities,
  TeamInput,
  TeamOutcomeInput,
  TeamReviewInput,
  TeamSettingsState,
  TeamTimeline,
  TeamUpdate,
  TeamsPage,
  TeamsQuery,
  ThanksInput,
} from './teams';

/**
 * Virtual teams and expertise over HTTP.
 *
 * @public
 */
export interface VirtualTeamsApi {
  /** `GET /teams` */
  getTeams(query: TeamsQuery): Promise<TeamsPage>;
  /** `GET /teams/{namespace}/{name}` */
  getTeam(teamRef: string): Promise<Team>;
  /** `POST /teams` */
  createTeam(input: TeamInput): Promise<Team>;
  /** `PUT /teams/{namespace}/{name}` */
  updateTeam(teamRef: string, input: TeamUpdate): Promise<Team>;
  /** `POST /teams/{namespace}/{name}/actions` */
  actOnTeam(teamRef: string, input: TeamActionInput): Promise<Team>;
  /** `POST /teams/{namespace}/{name}/review` */
  reviewTeam(teamRef: string, input: TeamReviewInput): Promise<Team>;
  /** `PUT /teams/{namespace}/{name}/outcome` */
  recordOutcome(teamRef: string, input: TeamOutcomeInput): Promise<Team>;
  /** `POST /teams/{namespace}/{name}/thanks` */
  thank(teamRef: string, input: ThanksInput): Promise<void>;
  /** `GET /teams/{namespace}/{name}/timeline` */
  getTimeline(teamRef: string, cursor?: string): Promise<TeamTimeline>;
  /** `GET /teams/{namespace}/{name}/declaration` */
  getDeclaration(teamRef: string): Promise<TeamDeclaration>;
  /** `GET /declarations/faults` */
  getFaultyDeclarations(cursor?: string): Promise<FaultyDeclarations>;
  /** `GET /lint/owners` */
  getOwnedByTeams(cursor?: string): Promise<OwnedByTeams>;
  /** `GET /teams/{namespace}/{name}/entities` */
  getTeamEntities(teamRef: string): Promise<TeamEntities>;
  /** `POST /teams/{namespace}/{name}/grants` */
  grantFindings(teamRef: string, input: GrantInput): Promise<void>;
  /** `GET /settings` */
  getTeamSettings(): Promise<TeamSettingsState>;

  /** `GET /teams/{namespace}/{name}/memberships` */
  getMemberships(teamRef: string): Promise<TeamMemberships>;
  /** `POST /teams/{namespace}/{name}/memberships` */
  addMembership(teamRef: string, input: MembershipInput): Promise<Membership>;
  /** `POST /memberships/{id}/actions` */
  actOnMembership(
    id: string,
    input: MembershipActionInput,
  ): Promise<Membership>;
  /** `PUT /memberships/{id}` */
  updateMembership(id: string, input: MembershipUpdate): Promise<Membership>;
  /** `GET /open-roles` */
  getOpenRoles(query: OpenRolesQuery): Promise<OpenRolesPage>;
  /** `POST /open-roles` */
  createOpenRole(input: OpenRoleInput): Promise<OpenRole>;
  /** `PUT /open-roles/{id}` */
  updateOpenRole(id: string, input: OpenRoleInput): Promise<OpenRole>;
  /** `POST /open-roles/{id}/close` */
  closeOpenRole(id: string): Promise<void>;
  /** `GET /me` */
  getMyTeams(): Promise<MyTeams>;
  /** `GET /people/{namespace}/{name}/memberships` */
  getPersonMemberships(userRef: string): Promise<PersonMemberships>;
  /** `GET /groups/{namespace}/{name}/lending` */
  getGroupLending(groupRef: string): Promise<GroupLending>;
  /** `GET /entities/{namespace}/{kind}/{name}/teams` */
  getEntityTeams(entityRef: string): Promise<EntityTeams>;
  /** `GET /checks/teams` */
  getCheckTeams(): Promise<CheckTeams>;

  /** `GET /skills` */
  getSkills(): Promise<SkillTaxonomy>;
  /** `GET /profile` */
  getMyProfile(): Promise<MyProfile>;
  /** `PUT /profile` */
  saveProfile(input: ProfileInput): Promise<MyProfile>;
  /** `DELETE /profile`: everything that the person declared. */
  deleteProfile(): Promise<void>;
  /** `PUT /profile/skills/{skillId}` */
  declareSkill(skillId: string, input: ExpertiseInput): Promise<Expertise>;
  /** `POST /profile/skills/{skillId}/confirm` */
  confirmSkill(skillId: string): Promise<Expertise>;
  /** `DELETE /profile/skills/{skillId}` */
  withdrawSkill(skillId: string): Promise<void>;
  /** `GET /people/{namespace}/{name}/profile` */
  getPersonProfile(userRef: string): Promise<PersonProfile>;
  /** `POST /people/{namespace}/{name}/endorsements` */
  endorse(userRef: string, input: EndorsementInput): Promise<Endorsement>;
  /** `DELETE /endorsements/{id}`: by who gave it or got it. */
  removeEndorsement(id: string): Promise<void>;
  /** `GET /discovery` */
  discover(query: DiscoveryQuery): Promise<DiscoveryPage>;
  /** `GET /matrix` */
  getMatrix(): Promise<SkillMatrix>;

  /** `GET /teams/{namespace}/{name}/suggestions` */
  getSuggestions(teamRef: string): Promise<TeamSuggestions>;
  /** `POST /suggestions` */
  suggest(input: SuggestionsInput): Promise<TeamSuggestions>;
  /** `GET /proposals` */
  getProposals(): Promise<TeamProposals>;

  /** `GET /calendar` */
  getTeamCalendar(): Promise<TeamCalendarFeed>;
  /** `POST /calendar`: makes a feed, or gives it a new address. */
  createTeamCalendar(): Promise<TeamCalendarFeed>;
  /** `DELETE /calendar` */
  removeTeamCalendar(): Promise<void>;
  /** `GET /people/{namespace}/{name}/export` */
  exportPerson(userRef: string): Promise<TeamPersonExport>;
  /** `GET /people/{namespace}/{name}/erasure` */
  previewErasure(userRef: string): Promise<TeamErasurePreview>;
  /** `POST /people/{namespace}/{name}/erasure` */
  erasePerson(userRef: string): Promise<TeamErasurePreview>;
}
