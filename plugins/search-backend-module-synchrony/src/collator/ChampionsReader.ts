import { DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ChampionSearchItem,
  ChampionSearchItems,
} from '@synchrony/backstage-plugin-champions-common';

/** Reads page by page who can be found. */
export class ChampionsReader {
  readonly #options: { discovery: DiscoveryService; fetch: typeof fetch };

  constructor(options: { discovery: DiscoveryService; fetch: typeof fetch }) {
    this.#options = options;
  }

  /** Nobody where the plugin is not installed. */
  async *read(): AsyncGenerator<ChampionSearchItem> {
    const { discovery, fetch } = this.#options;
    const baseUrl = await discovery.getBaseUrl('champions');
    let cursor: string | undefined;
    do {
      const query = cursor ? `?${new URLSearchParams({ cursor })}` : '';
      const response = await fetch(`${baseUrl}/search-documents${query}`);
      if (response.status === 404) {
        return;
      }
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      const page = (await response.json()) as ChampionSearchItems;
      yield* page.items;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }
}
