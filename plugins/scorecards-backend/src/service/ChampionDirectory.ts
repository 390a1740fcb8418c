import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError, stringifyError } from '@backstage/errors';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';

/** As much of the answer of champions as is needed here. */
interface ResolvedContacts {
  items: {
    entityRef: string;
    primary?: { userRef: string };
    deputies: { userRef: string }[];
  }[];
}

/** The plugin that knows champions. */
export const CHAMPIONS_PLUGIN = 'champions';
const REFS_A_CALL = 10_000;
const TIMEOUT_MS = 10_000;

/**
 * Finds the security champions of entities where the portal has such. That it
 * does not answer keeps nobody else from being told.
 */
export class ChampionDirectory {
  readonly #options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  };
  #isFailing = false;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** Refs of the champions and deputies by entity; those without are left out. */
  async championsOf(entityRefs: string[]): Promise<Map<string, string[]>> {
    const champions = new Map<string, string[]>();
    try {
      for (const chunk of chunks(entityRefs, REFS_A_CALL)) {
        const { items } = await this.#ask(chunk);
        for (const { deputies, entityRef, primary } of items) {
          const people = [...(primary ? [primary] : []), ...deputies];
          champions.set(
            entityRef,
            people.map(({ userRef }) => userRef),
          );
        }
      }
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) {
        this.#options.logger.warn(
          `Champions are not told of levels now: ${stringifyError(error)}`,
        );
      }
      this.#isFailing = true;
    }
    return champions;
  }

  async #ask(entityRefs: string[]): Promise<ResolvedContacts> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: CHAMPIONS_PLUGIN,
    });
    const response = await fetch(
      `${await discovery.getBaseUrl(CHAMPIONS_PLUGIN)}/resolve`,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ entityRefs }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
