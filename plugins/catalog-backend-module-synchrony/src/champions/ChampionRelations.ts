import { DiscoveryService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { ChampionPair } from './championPairs';

interface Page {
  items: ChampionPair[];
}

function isPage(value: unknown): value is Page {
  const items = (value as Partial<Page> | null)?.items;
  return (
    Array.isArray(items) &&
    items.every(
      item =>
        typeof item?.entityRef === 'string' &&
        typeof item?.userRef === 'string',
    )
  );
}

/** Asks champions who has accepted to be champion of what. */
export class ChampionRelations {
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;

  constructor(options: { discovery: DiscoveryService; fetch: typeof fetch }) {
    this.#discovery = options.discovery;
    this.#fetch = options.fetch;
  }

  /**
   * Undefined where the plugin is not installed.
   *
   * @throws ResponseError when it answers with an error; TypeError when the
   * answer is none that it should give, or none comes
   */
  async read(): Promise<ChampionPair[] | undefined> {
    const baseUrl = await this.#discovery.getBaseUrl('champions');
    const response = await this.#fetch(`${baseUrl}/relations`);
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const page: unknown = await response.json();
    if (!isPage(page)) {
      throw new TypeError('The list of relations can not be understood');
    }
    for (const { entityRef, userRef } of page.items) {
      parseEntityRef(entityRef);
      parseEntityRef(userRef);
    }
    return page.items;
  }
}
