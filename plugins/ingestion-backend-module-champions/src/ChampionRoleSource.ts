import { LoggerService } from '@backstage/backend-plugin-api';
import { isError, ResponseError } from '@backstage/errors';
import {
  AssignmentStatus,
  ChampionsApi,
} from '@synchrony/backstage-plugin-champions-common';
import { WaiverRoleSource } from '@synchrony/backstage-plugin-ingestion-node';

/** As many entities are asked for at once. */
const ENTITIES_A_REQUEST = 10_000;

/** Who was agreed on and has not stopped. */
const ACTING: readonly AssignmentStatus[] = ['active', 'stepping_down'];

/** The role `champion`, as the champions plugin says who has it. */
export class ChampionRoleSource implements WaiverRoleSource {
  readonly role = 'champion';
  readonly #champions: Pick<ChampionsApi, 'resolveChampions'>;
  readonly #logger: LoggerService;

  constructor(options: {
    champions: Pick<ChampionsApi, 'resolveChampions'>;
    logger: LoggerService;
  }) {
    this.#champions = options.champions;
    this.#logger = options.logger;
  }

  async entitiesOf(
    userRef: string,
    entityRefs: string[],
  ): Promise<Set<string>> {
    const holders = await this.holdersOf(entityRefs);
    return new Set(entityRefs.filter(ref => holders?.get(ref)?.has(userRef)));
  }

  /** Nobody where the plugin is not installed; undefined while it fails. */
  async holdersOf(
    entityRefs: string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>> | undefined> {
    try {
      return await this.#resolve(entityRefs);
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        return new Map();
      }
      this.#logger.warn(
        `Champions gave no answer, so nobody approves waivers as one: ${
          isError(error) ? error.message : String(error)
        }`,
      );
      return undefined;
    }
  }

  async #resolve(entityRefs: string[]): Promise<Map<string, Set<string>>> {
    const holders = new Map<string, Set<string>>();
    for (let at = 0; at < entityRefs.length; at += ENTITIES_A_REQUEST) {
      const { items } = await this.#champions.resolveChampions(
        entityRefs.slice(at, at + ENTITIES_A_REQUEST),
      );
      for (const { deputies, entityRef, primary } of items) {
        const people = primary ? [primary, ...deputies] : deputies;
        holders.set(
          entityRef,
          new Set(
            people
              .filter(({ status }) => ACTING.includes(status))
              .map(({ userRef }) => userRef),
          ),
        );
      }
    }
    return holders;
  }
}
