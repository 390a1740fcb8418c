import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { championsGroup } from './championPairs';
import { ChampionRelations } from './ChampionRelations';

/**
 * Keeps the Group of champions as the champions plugin says. What can't be read
 * changes nothing; where the plugin is not installed there is no such Group.
 */
export class ChampionGroupProvider implements EntityProvider {
  readonly #relations: Pick<ChampionRelations, 'read'>;
  readonly #logger: LoggerService;
  #connection?: EntityProviderConnection;
  #saidThatItIsMissing = false;

  constructor(options: {
    relations: Pick<ChampionRelations, 'read'>;
    logger: LoggerService;
  }) {
    this.#relations = options.relations;
    this.#logger = options.logger;
  }

  getProviderName(): string {
    return 'synchrony-champions';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /** Reads the pairs and hands them to the catalog; never fails. */
  async refresh(): Promise<void> {
    if (!this.#connection) {
      return;
    }
    try {
      const pairs = await this.#relations.read();
      if (!pairs) {
        this.#sayThatItIsMissing();
        return;
      }
      await this.#connection.applyMutation({
        type: 'full',
        entities: [
          {
            entity: championsGroup(pairs),
            locationKey: this.getProviderName(),
          },
        ],
      });
    } catch (error) {
      this.#logger.warn(
        `Champions could not be read; the catalog keeps those that it has: ${
          isError(error) ? error.message : String(error)
        }`,
      );
    }
  }

  #sayThatItIsMissing(): void {
    if (!this.#saidThatItIsMissing) {
      this.#saidThatItIsMissing = true;
      this.#logger.info(
        'The plugin "champions" is not installed; the catalog has no relations of champions',
      );
    }
  }
}
