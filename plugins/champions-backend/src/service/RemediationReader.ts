import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  ResponseError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { Remediation } from '@synchrony/backstage-plugin-ingestion-common';
import {
  asOwnService,
  chunks,
} from '@synchrony/backstage-plugin-scorecards-node';

const ENTITIES_A_REQUEST = 1_000;
const TIMEOUT_MS = 60_000;

/**
 * Reads how findings were mended with the plugin's own credentials: what leaves
 * the plugin again are figures about all teams.
 */
export class RemediationReader {
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#discovery = options.discovery;
    this.#fetch = asOwnService(options.auth, 'ingestion');
  }

  /**
   * Absent where ingestion is not installed.
   *
   * @param from - first day, `YYYY-MM-DD`
   * @throws ServiceUnavailableError when it does not answer
   */
  async read(
    entityRefs: string[],
    from: string,
    to: string,
  ): Promise<Remediation['items'] | undefined> {
    const items: Remediation['items'] = [];
    for (const chunk of chunks(entityRefs, ENTITIES_A_REQUEST)) {
      const response = await this.#post({ entityRefs: chunk, from, to });
      if (response.status === 404) {
        return undefined;
      }
      if (!response.ok) {
        throw new ServiceUnavailableError(
          'Ingestion does not tell how findings were mended',
          await ResponseError.fromResponse(response),
        );
      }
      items.push(...((await response.json()) as Remediation).items);
    }
    return items;
  }

  async #post(body: object): Promise<Response> {
    const baseUrl = await this.#discovery.getBaseUrl('ingestion');
    try {
      return await this.#fetch(`${baseUrl}/remediation`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        `Ingestion does not answer: ${stringifyError(error)}`,
      );
    }
  }
}
