import { APIRequestContext, expect } from '@playwright/test';
import {
  AssignmentActionInput,
  ChampionAssignment,
  EntityChampions,
  QuestionsPage,
} from '@synchrony/backstage-plugin-champions-common';
import { ask, personaToken } from './api';
import { PORTAL_URL } from './portal';

/** What people do with champions, a persona by id or a user by the ref. */
export class ChampionSteps {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  async championsOf(who: string, name: string): Promise<EntityChampions> {
    return this.#get(who, `/entities/default/component/${name}/champions`);
  }

  /** Undefined while the plugin does not know the component. */
  async tryChampionsOf(
    who: string,
    name: string,
  ): Promise<EntityChampions | undefined> {
    const response = await ask(
      this.#request,
      `/champions/entities/default/component/${name}/champions`,
      await personaToken(this.#request, who),
    );
    return response.ok() ? response.json() : undefined;
  }

  /** What somebody asked champions. */
  async questions(who: string): Promise<QuestionsPage> {
    return this.#get(who, '/questions?role=asked');
  }

  async assignment(
    who: string,
    userRef: string,
    scopeRef: string,
  ): Promise<ChampionAssignment> {
    const query = new URLSearchParams({ scopeRef, userRef });
    const page = await this.#get<{ items: ChampionAssignment[] }>(
      who,
      `/assignments?${query}`,
    );
    expect(page.items).not.toEqual([]);
    return page.items[0];
  }

  async act(
    who: string,
    { id, version }: ChampionAssignment,
    input: Omit<AssignmentActionInput, 'version'>,
  ): Promise<ChampionAssignment> {
    return this.post(who, `/assignments/${id}/actions`, { ...input, version });
  }

  async post<T>(who: string, path: string, data: object): Promise<T> {
    const token = await personaToken(this.#request, who);
    const response = await this.#request.post(
      `${PORTAL_URL}/api/champions${path}`,
      { headers: { authorization: `Bearer ${token}` }, data },
    );
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  }

  async #get<T>(who: string, path: string): Promise<T> {
    const token = await personaToken(this.#request, who);
    const response = await ask(this.#request, `/champions${path}`, token);
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  }
}
