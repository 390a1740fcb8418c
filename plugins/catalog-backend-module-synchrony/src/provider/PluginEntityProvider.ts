import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

export interface PluginEntityProviderOptions {
  /** Of the provider, and of the location of its entities. */
  name: string;
  /** What the entities are about, for the log. */
  subject: string;
  logger: LoggerService;
  /** Undefined where the plugin is not installed. */
  read(): Promise<Entity[] | undefined>;
}

/**
 * Keeps entities as a plugin says. What can't be read changes nothing; where
 * the plugin is not installed there are none.
 */
export class PluginEntityProvider implements EntityProvider {
  readonly #options: PluginEntityProviderOptions;
  #connection?: EntityProviderConnection;
  #saidThatItIsMissing = false;

  constructor(options: PluginEntityProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return this.#options.name;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /** Reads the entities and hands them to the catalog; never fails. */
  async refresh(): Promise<void> {
    if (!this.#connection) {
      return;
    }
    const { logger, read, subject } = this.#options;
    try {
      const entities = await read();
      if (!entities) {
        this.#sayThatItIsMissing();
        return;
      }
      await this.#connection.applyMutation({
        type: 'full',
        // Without a key of their own, so that a file can take them over.
        entities: entities.map(entity => ({ entity })),
      });
    } catch (error) {
      logger.warn(
        `The ${subject} could not be read; the catalog keeps what it has: ${
          isError(error) ? error.message : String(error)
        }`,
      );
    }
  }

  #sayThatItIsMissing(): void {
    if (!this.#saidThatItIsMissing) {
      this.#saidThatItIsMissing = true;
      const { logger, subject } = this.#options;
      logger.info(
        `The plugin for ${subject} is not installed; the catalog has none of them`,
      );
    }
  }
}
