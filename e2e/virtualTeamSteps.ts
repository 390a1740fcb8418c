import { APIRequestContext, expect } from '@playwright/test';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  Membership,
  MembershipInput,
  RELATION_PARTICIPATES_IN,
  Team,
  TeamActionInput,
  TeamInput,
  TeamUpdate,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { ask, personaToken } from './api';
import { PORTAL_URL } from './portal';

/** Path of a team, below the API as in the portal. */
function pathOf(teamRef: string): string {
  const { name, namespace } = parseEntityRef(teamRef);
  return `/teams/${namespace}/${name}`;
}

/** What people do with virtual teams, a persona by id or a user by the ref. */
export class VirtualTeamSteps {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  async get<T>(who: string, path: string): Promise<T> {
    const token = await personaToken(this.#request, who);
    const response = await ask(this.#request, `/virtual-teams${path}`, token);
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  }

  team(who: string, teamRef: string): Promise<Team> {
    return this.get(who, pathOf(teamRef));
  }

  propose(who: string, input: TeamInput): Promise<Team> {
    return this.#send('post', who, '/teams', input);
  }

  update(who: string, teamRef: string, input: TeamUpdate): Promise<Team> {
    return this.#send('put', who, pathOf(teamRef), input);
  }

  /** Takes a step with the version that is now. */
  async act(
    who: string,
    teamRef: string,
    action: TeamActionInput['action'],
  ): Promise<Team> {
    const { version } = await this.team(who, teamRef);
    return this.#send('post', who, `${pathOf(teamRef)}/actions`, {
      action,
      version,
    });
  }

  invite(
    who: string,
    teamRef: string,
    input: MembershipInput,
  ): Promise<Membership> {
    return this.#send('post', who, `${pathOf(teamRef)}/memberships`, input);
  }

  accept({ id, userRef, version }: Membership): Promise<Membership> {
    return this.#send('post', userRef, `/memberships/${id}/actions`, {
      action: 'accept',
      version,
      allocationPct: 5,
    });
  }

  async thank(who: string, teamRef: string, userRef: string): Promise<void> {
    await this.#send('post', who, `${pathOf(teamRef)}/thanks`, {
      to: [userRef],
      message: 'Thank you for the patience.',
    });
  }

  /** Whether the catalog relates somebody to a team. */
  async takesPart(userRef: string, teamRef: string): Promise<boolean> {
    const { name, namespace } = parseEntityRef(userRef);
    const response = await ask(
      this.#request,
      `/catalog/entities/by-name/user/${namespace}/${name}`,
      await personaToken(this.#request, userRef),
    );
    const {
      relations = [],
    }: { relations?: { type: string; targetRef: string }[] } =
      await response.json();
    return relations.some(
      each =>
        each.type === RELATION_PARTICIPATES_IN && each.targetRef === teamRef,
    );
  }

  async #send<T>(
    method: 'post' | 'put',
    who: string,
    path: string,
    data: object,
  ): Promise<T> {
    const token = await personaToken(this.#request, who);
    const response = await this.#request[method](
      `${PORTAL_URL}/api/virtual-teams${path}`,
      { headers: { authorization: `Bearer ${token}` }, data },
    );
    expect(response.ok(), await response.text()).toBe(true);
    return response.status() === 204 ? (undefined as T) : response.json();
  }
}
