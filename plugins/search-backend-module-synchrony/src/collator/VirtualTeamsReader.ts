import { DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { SearchDocuments } from '@synchrony/backstage-plugin-virtual-teams-common';

const NOTHING: SearchDocuments = { teams: [], expertise: [] };

/** Reads which teams and people can be found. */
export class VirtualTeamsReader {
  readonly #options: { discovery: DiscoveryService; fetch: typeof fetch };

  constructor(options: { discovery: DiscoveryService; fetch: typeof fetch }) {
    this.#options = options;
  }

  /** Nothing where the plugin is not installed. */
  async read(): Promise<SearchDocuments> {
    const { discovery, fetch } = this.#options;
    const baseUrl = await discovery.getBaseUrl('virtual-teams');
    const response = await fetch(`${baseUrl}/search/documents`);
    if (response.status === 404) {
      return NOTHING;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
