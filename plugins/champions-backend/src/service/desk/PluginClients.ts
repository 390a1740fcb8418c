import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError, stringifyError } from '@backstage/errors';
import { IngestionClient } from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntitySetsClient,
  ScorecardReviewsClient,
} from '@synchrony/backstage-plugin-scorecards-common';
import { asCaller } from '@synchrony/backstage-plugin-scorecards-node';
import { Told } from '../../desk/types';

const TIMEOUT_MS = 3_000;

/** Other plugins, asked as the person who asks; none of them is needed. */
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

  ingestion<T>(
    credentials: BackstageCredentials,
    ask: (client: IngestionClient) => Promise<T>,
  ): Promise<Told<T>> {
    return this.#told('ingestion', () =>
      ask(new IngestionClient(this.#clientOptions('ingestion', credentials))),
    );
  }

  entitySets<T>(
    credentials: BackstageCredentials,
    ask: (client: EntitySetsClient) => Promise<T>,
  ): Promise<Told<T>> {
    return this.#told('scorecards', () =>
      ask(new EntitySetsClient(this.#clientOptions('scorecards', credentials))),
    );
  }

  reviews<T>(
    credentials: BackstageCredentials,
    ask: (client: ScorecardReviewsClient) => Promise<T>,
  ): Promise<Told<T>> {
    return this.#told('scorecards', () =>
      ask(
        new ScorecardReviewsClient(
          this.#clientOptions('scorecards', credentials),
        ),
      ),
    );
  }

  #clientOptions(targetPluginId: string, credentials: BackstageCredentials) {
    const { auth, discovery } = this.#options;
    return {
      discoveryApi: discovery,
      fetchApi: {
        fetch: asCaller(auth, credentials, targetPluginId, TIMEOUT_MS),
      },
    };
  }

  async #told<T>(pluginId: string, ask: () => Promise<T>): Promise<Told<T>> {
    try {
      return { state: 'complete', value: await ask() };
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 403) {
        return { state: 'forbidden' };
      }
      this.#options.logger.debug(
        `${pluginId} does not answer: ${stringifyError(error)}`,
      );
      return { state: 'missing' };
    }
  }
}
