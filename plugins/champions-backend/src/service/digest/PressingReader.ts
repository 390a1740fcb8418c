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
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { askIngestion } from '../askIngestion';

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

/** What presses, as far as digests may count it. */
export class PressingReader {
  readonly #logger: LoggerService;
  readonly #ingestion: IngestionClient | undefined;

  constructor(options: PressingReaderOptions) {
    this.#logger = options.logger;
    this.#ingestion = askIngestion(options);
  }

  /** One request for 2,000 entities, however many people look after them. */
  async read(entityRefs: string[]): Promise<Pressing> {
    const at = new Map<string, EntityAttention>();
    if (!this.#ingestion) {
      return { at, isComplete: true };
    }
    try {
      for (const chunk of chunks(entityRefs, MOST_ENTITIES_PER_ATTENTION)) {
        const { items } = await this.#ingestion.getEntityAttention({
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
      this.#logger.warn(
        `Digests go without findings: ${stringifyError(error)}`,
      );
      return { at: new Map(), isComplete: false };
    }
  }
}
