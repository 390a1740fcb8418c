import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError, stringifyError } from '@backstage/errors';
import {
  FACT_FEED_PATH,
  FactFeedPage,
} from '@synchrony/backstage-plugin-scorecards-node';
import { hashOf } from '@synchrony/backstage-plugin-scorecards-node';
import { FactTable } from '../store/FactTable';

export interface FactReaderOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  facts: FactTable;
  clock: () => Date;
}

const PAGE_SIZE = 1000;

/** Reads the fact feeds of other plugins. */
export class FactReader {
  readonly #options: FactReaderOptions;
  readonly #silent = new Set<string>();

  constructor(options: FactReaderOptions) {
    this.#options = options;
  }

  /**
   * Reads what is new. A source that does not answer is left for the next
   * round; what it said before stays until it is out of date.
   *
   * @param onPage - called after each page that was stored
   */
  async read(source: string, onPage: () => Promise<void>): Promise<void> {
    const { clock, facts } = this.#options;
    let more = true;
    while (more) {
      const before = await facts.stateOf(source);
      const page = await this.#ask<FactFeedPage>(
        source,
        `?after=${encodeURIComponent(before.cursor)}&limit=${PAGE_SIZE}`,
      );
      if (!page) {
        return;
      }
      if (page.cursor !== before.cursor || before.resetting) {
        await facts.applyPage(source, before, page, clock());
      }
      await onPage();
      more = page.more;
    }
  }

  /** Learns the types of a source's facts; answers whether they changed. */
  async readSchema(source: string): Promise<boolean> {
    const { facts } = this.#options;
    const schema = await this.#ask<Record<string, unknown>>(source, '/schema');
    if (!schema) {
      return false;
    }
    const before = await facts.schemaOf(source);
    if (before && hashOf(before) === hashOf(schema)) {
      return false;
    }
    await facts.setSchema(source, schema);
    return true;
  }

  async #ask<T>(source: string, path: string): Promise<T | undefined> {
    const { auth, discovery, logger } = this.#options;
    try {
      const baseUrl = await discovery.getBaseUrl(source);
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: source,
      });
      const response = await fetch(`${baseUrl}${FACT_FEED_PATH}${path}`, {
        headers: { Authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(30_000),
      });
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      const answer = (await response.json()) as T;
      if (this.#silent.delete(source)) {
        logger.info(`The facts of ${source} can be read again`);
      }
      return answer;
    } catch (error) {
      if (!this.#silent.has(source)) {
        this.#silent.add(source);
        logger.warn(
          `The facts of ${source} cannot be read now: ${stringifyError(error)}`,
        );
      }
      return undefined;
    }
  }
}
