import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { IngestionClient } from '@synchrony/backstage-plugin-ingestion-common';
import { EntitySetsClient } from '@synchrony/backstage-plugin-scorecards-common';
import { asCaller } from '@synchrony/backstage-plugin-scorecards-node';

const TIMEOUT_MS = 5_000;

/** Other plugins, asked in somebody's name; none of them is needed. */
export class PluginClients {
  readonly #options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  };

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** Undefined where the plugin is not installed or does not answer. */
  scorecards<T>(
    credentials: BackstageCredentials,
    ask: (client: EntitySetsClient) => Promise<T>,
  ): Promise<T | undefined> {
    return this.#told('scorecards', () =>
      ask(new EntitySetsClient(this.#client('scorecards', credentials))),
    );
  }

  /** Undefined where the plugin is not installed or does not answer. */
  ingestion<T>(
    credentials: BackstageCredentials,
    ask: (client: IngestionClient) => Promise<T>,
  ): Promise<T | undefined> {
    return this.#told('ingestion', () =>
      ask(new IngestionClient(this.#client('ingestion', credentials))),
    );
  }

  #client(targetPluginId: string, credentials: BackstageCredentials) {
    const { auth, discovery } = this.#options;
    return {
      discoveryApi: discovery,
      fetchApi: {
        fetch: asCaller(auth, credentials, targetPluginId, TIMEOUT_MS),
      },
    };
  }

  async #told<T>(
    pluginId: string,
    ask: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      this.#options.logger.debug(
        `${pluginId} does not answer: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }
}
