import {
  AuthService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ResponseError, stringifyError } from '@backstage/errors';
import {
  EntityAttention,
  IngestionClient,
  MOST_ENTITIES_PER_ATTENTION,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  asOwnService,
  chunks,
} from '@synchrony/backstage-plugin-scorecards-node';

const TIMEOUT_MS = 30_000;

/** What presses at entities; `isComplete` is false where that is not known. */
export interface Pressing {
  at: ReadonlyMap<string, EntityAttention>;
  isComplete: boolean;
}

export interface PressingReaderOptions {
  auth: AuthService;
  config: RootConfigService;
  discovery: DiscoveryService;
  logger: LoggerService;
}

/**
 * Asks ingestion with the plugin's own rights, since nobody is signed in while
 * digests are made. So it asks only where the portal says that its policy lets
 * champions read the findings of what they look after.
 */
export class PressingReader {
  readonly #options: PressingReaderOptions;
  readonly #client: IngestionClient;
  readonly #mayCount: boolean;

  constructor(options: PressingReaderOptions) {
    const { auth, config, discovery } = options;
    this.#options = options;
    const ask = asOwnService(auth, 'ingestion');
    this.#client = new IngestionClient({
      discoveryApi: discovery,
      fetchApi: {
        fetch: (input, init) =>
          ask(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }),
      },
    });
    this.#mayCount =
      config.getOptionalBoolean('permission.enabled') === true &&
      config.getOptionalBoolean('champions.digest.countFindings') === true;
  }

  /** One request for 2,000 entities, however many people look after them. */
  async read(entityRefs: string[]): Promise<Pressing> {
    const at = new Map<string, EntityAttention>();
    if (!this.#mayCount) {
      return { at, isComplete: true };
    }
    try {
      for (const chunk of chunks(entityRefs, MOST_ENTITIES_PER_ATTENTION)) {
        const { items } = await this.#client.getEntityAttention({
          entityRefs: chunk,
        });
        items.forEach(item => at.set(item.entityRef, item));
      }
      return { at, isComplete: true };
    } catch (error) {
      // Where ingestion is not installed there are no findings.
      if (error instanceof ResponseError && error.statusCode === 404) {
        return { at: new Map(), isComplete: true };
      }
      this.#options.logger.warn(
        `Digests go without findings: ${stringifyError(error)}`,
      );
      return { at: new Map(), isComplete: false };
    }
  }
}
