import { DiscoveryService } from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { Participant, PortalTeam, teamGroups } from './teamGroups';

function itemsOf<T>(
  body: unknown,
  isItem: (item: Partial<T> | null) => boolean,
): T[] {
  const items = (body as { items?: unknown } | null)?.items;
  if (!Array.isArray(items) || !items.every(isItem)) {
    throw new TypeError('The list of virtual teams can not be understood');
  }
  return items;
}

/** Asks virtual-teams for its teams, and for who takes part in which. */
export class TeamDirectory {
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;

  constructor(options: { discovery: DiscoveryService; fetch: typeof fetch }) {
    this.#discovery = options.discovery;
    this.#fetch = options.fetch;
  }

  /**
   * The Groups for the catalog; undefined where the plugin is not installed.
   *
   * @throws ResponseError when it answers with an error; TypeError when the
   * answer is none that it should give, or none comes
   */
  async read(): Promise<Entity[] | undefined> {
    const teams = await this.#get('/relations/teams');
    const participants = await this.#get('/relations');
    if (teams === undefined || participants === undefined) {
      return undefined;
    }
    const pairs = itemsOf<Participant>(
      participants,
      item =>
        typeof item?.teamRef === 'string' && typeof item?.userRef === 'string',
    );
    for (const { teamRef, userRef } of pairs) {
      parseEntityRef(teamRef);
      parseEntityRef(userRef);
    }
    return teamGroups(
      itemsOf<PortalTeam>(
        teams,
        item =>
          typeof item?.teamRef === 'string' && typeof item?.title === 'string',
      ),
      pairs,
    );
  }

  async #get(path: string): Promise<unknown> {
    const baseUrl = await this.#discovery.getBaseUrl('virtual-teams');
    const response = await this.#fetch(`${baseUrl}${path}`);
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
