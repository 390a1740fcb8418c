import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { VirtualTeamsApi } from './api';
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
  HelpOffer,
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

/** @public */
export interface VirtualTeamsClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}

function namedPath(collection: string, ref: string, ...rest: string[]): string {
  const { namespace, name } = parseEntityRef(ref);
  return [
    `/${collection}`,
    ...[namespace, name, ...rest].map(encodeURIComponent),
  ].join('/');
}

function withQuery(
  path: string,
  query: Record<
    string,
    string | number | boolean | readonly string[] | undefined
  >,
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach(each => parameters.append(name, each));
    } else if (value !== undefined) {
      parameters.append(name, String(value));
    }
  }
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/**
 * Reads and writes virtual teams and expertise over HTTP.
 *
 * @public
 */
export class VirtualTeamsClient implements VirtualTeamsApi {
  readonly #options: VirtualTeamsClientOptions;

  constructor(options: VirtualTeamsClientOptions) {
    this.#options = options;
  }

  getTeams(query: TeamsQuery): Promise<TeamsPage> {
    return this.#read('GET', withQuery('/teams', { ...query }));
  }

  getTeam(teamRef: string): Promise<Team> {
    return this.#read('GET', namedPath('teams', teamRef));
  }

  createTeam(input: TeamInput): Promise<Team> {
    return this.#read('POST', '/teams', input);
  }

  updateTeam(teamRef: string, input: TeamUpdate): Promise<Team> {
    return this.#read('PUT', namedPath('teams', teamRef), input);
  }

  actOnTeam(teamRef: string, input: TeamActionInput): Promise<Team> {
    return this.#read('POST', namedPath('teams', teamRef, 'actions'), input);
  }

  reviewTeam(teamRef: string, input: TeamReviewInput): Promise<Team> {
    return this.#read('POST', namedPath('teams', teamRef, 'review'), input);
  }

  recordOutcome(teamRef: string, input: TeamOutcomeInput): Promise<Team> {
    return this.#read('PUT', namedPath('teams', teamRef, 'outcome'), input);
  }

  async thank(teamRef: string, input: ThanksInput): Promise<void> {
    await this.#call('POST', namedPath('teams', teamRef, 'thanks'), input);
  }

  getTimeline(teamRef: string, cursor?: string): Promise<TeamTimeline> {
    return this.#read(
      'GET',
      withQuery(namedPath('teams', teamRef, 'timeline'), { cursor }),
    );
  }

  getDeclaration(teamRef: string): Promise<TeamDeclaration> {
    return this.#read('GET', namedPath('teams', teamRef, 'declaration'));
  }

  getFaultyDeclarations(cursor?: string): Promise<FaultyDeclarations> {
    return this.#read('GET', withQuery('/declarations/faults', { cursor }));
  }

  getOwnedByTeams(cursor?: string): Promise<OwnedByTeams> {
    return this.#read('GET', withQuery('/lint/owners', { cursor }));
  }

  getTeamEntities(teamRef: string): Promise<TeamEntities> {
    return this.#read('GET', namedPath('teams', teamRef, 'entities'));
  }

  async grantFindings(teamRef: string, input: GrantInput): Promise<void> {
    await this.#call('POST', namedPath('teams', teamRef, 'grants'), input);
  }

  getTeamSettings(): Promise<TeamSettingsState> {
    return this.#read('GET', '/settings');
  }

  getMemberships(teamRef: string): Promise<TeamMemberships> {
    return this.#read('GET', namedPath('teams', teamRef, 'memberships'));
  }

  addMembership(teamRef: string, input: MembershipInput): Promise<Membership> {
    return this.#read(
      'POST',
      namedPath('teams', teamRef, 'memberships'),
      input,
    );
  }

  actOnMembership(
    id: string,
    input: MembershipActionInput,
  ): Promise<Membership> {
    return this.#read(
      'POST',
      `/memberships/${encodeURIComponent(id)}/actions`,
      input,
    );
  }

  updateMembership(id: string, input: MembershipUpdate): Promise<Membership> {
    return this.#read('PUT', `/memberships/${encodeURIComponent(id)}`, input);
  }

  getOpenRoles(query: OpenRolesQuery): Promise<OpenRolesPage> {
    return this.#read('GET', withQuery('/open-roles', { ...query }));
  }

  createOpenRole(input: OpenRoleInput): Promise<OpenRole> {
    return this.#read('POST', '/open-roles', input);
  }

  updateOpenRole(id: string, input: OpenRoleInput): Promise<OpenRole> {
    return this.#read('PUT', `/open-roles/${encodeURIComponent(id)}`, input);
  }

  async closeOpenRole(id: string): Promise<void> {
    await this.#call('POST', `/open-roles/${encodeURIComponent(id)}/close`);
  }

  /** Tells who has a need without a team that the reader would help. */
  async offerHelp(id: string, offer: HelpOffer): Promise<void> {
    await this.#call(
      'POST',
      `/open-roles/${encodeURIComponent(id)}/offers`,
      offer,
    );
  }

  getMyTeams(): Promise<MyTeams> {
    return this.#read('GET', '/me');
  }

  getPersonMemberships(userRef: string): Promise<PersonMemberships> {
    return this.#read('GET', namedPath('people', userRef, 'memberships'));
  }

  getGroupLending(groupRef: string): Promise<GroupLending> {
    return this.#read('GET', namedPath('groups', groupRef, 'lending'));
  }

  getEntityTeams(entityRef: string): Promise<EntityTeams> {
    return this.#read('GET', `/entities/${entityPath(entityRef)}/teams`);
  }

  getCheckTeams(): Promise<CheckTeams> {
    return this.#read('GET', '/checks/teams');
  }

  getSkills(): Promise<SkillTaxonomy> {
    return this.#read('GET', '/skills');
  }

  getMyProfile(): Promise<MyProfile> {
    return this.#read('GET', '/profile');
  }

  saveProfile(input: ProfileInput): Promise<MyProfile> {
    return this.#read('PUT', '/profile', input);
  }

  async deleteProfile(): Promise<void> {
    await this.#call('DELETE', '/profile');
  }

  declareSkill(skillId: string, input: ExpertiseInput): Promise<Expertise> {
    return this.#read(
      'PUT',
      `/profile/skills/${encodeURIComponent(skillId)}`,
      input,
    );
  }

  confirmSkill(skillId: string): Promise<Expertise> {
    return this.#read(
      'POST',
      `/profile/skills/${encodeURIComponent(skillId)}/confirm`,
    );
  }

  async withdrawSkill(skillId: string): Promise<void> {
    await this.#call(
      'DELETE',
      `/profile/skills/${encodeURIComponent(skillId)}`,
    );
  }

  getPersonProfile(userRef: string): Promise<PersonProfile> {
    return this.#read('GET', namedPath('people', userRef, 'profile'));
  }

  endorse(userRef: string, input: EndorsementInput): Promise<Endorsement> {
    return this.#read(
      'POST',
      namedPath('people', userRef, 'endorsements'),
      input,
    );
  }

  async removeEndorsement(id: string): Promise<void> {
    await this.#call('DELETE', `/endorsements/${encodeURIComponent(id)}`);
  }

  discover(query: DiscoveryQuery): Promise<DiscoveryPage> {
    return this.#read('GET', withQuery('/discovery', { ...query }));
  }

  getMatrix(): Promise<SkillMatrix> {
    return this.#read('GET', '/matrix');
  }

  getSuggestions(teamRef: string): Promise<TeamSuggestions> {
    return this.#read('GET', namedPath('teams', teamRef, 'suggestions'));
  }

  suggest(input: SuggestionsInput): Promise<TeamSuggestions> {
    return this.#read('POST', '/suggestions', input);
  }

  getProposals(): Promise<TeamProposals> {
    return this.#read('GET', '/proposals');
  }

  getTeamCalendar(): Promise<TeamCalendarFeed> {
    return this.#read('GET', '/calendar');
  }

  createTeamCalendar(): Promise<TeamCalendarFeed> {
    return this.#read('POST', '/calendar');
  }

  async removeTeamCalendar(): Promise<void> {
    await this.#call('DELETE', '/calendar');
  }

  exportPerson(userRef: string): Promise<TeamPersonExport> {
    return this.#read('GET', namedPath('people', userRef, 'export'));
  }

  previewErasure(userRef: string): Promise<TeamErasurePreview> {
    return this.#read('GET', namedPath('people', userRef, 'erasure'));
  }

  erasePerson(userRef: string): Promise<TeamErasurePreview> {
    return this.#read('POST', namedPath('people', userRef, 'erasure'));
  }

  async #read<T>(method: string, path: string, body?: object): Promise<T> {
    return (await this.#call(method, path, body)).json();
  }

  async #call(method: string, path: string, body?: object): Promise<Response> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('virtual-teams');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      ...(body && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
