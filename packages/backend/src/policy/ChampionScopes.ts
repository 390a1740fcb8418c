import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { ChampionedEntities } from '@synchrony/backstage-plugin-champions-common';
import { asOwnService } from '@synchrony/backstage-plugin-scorecards-node';

/** Knows for which entities somebody is champion or deputy now. */
export interface ChampionScopes {
  /** Lower-cased refs; none where it can't be told. */
  entitiesOf(userRef: string): Promise<string[]>;
}

/** How long an answer may be old: after that a champion who left has no rights. */
const MAX_AGE_MS = 10_000;

/** Longer than this nobody waits for rights that come on top of others. */
const TIMEOUT_MS = 1_000;

interface Answer {
  entityRefs: Promise<string[]>;
  askedAt: number;
}

/**
 * {@link ChampionScopes} as the champions plugin says. Where it is not
 * installed, fails or is slow, being champion gives no rights for as long.
 */
export class PluginChampionScopes implements ChampionScopes {
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #answers = new Map<string, Answer>();

  constructor(options: {
    discovery: DiscoveryService;
    auth: AuthService;
    logger: LoggerService;
    fetch?: typeof fetch;
    now?: () => number;
  }) {
    this.#discovery = options.discovery;
    this.#fetch = options.fetch ?? asOwnService(options.auth, 'champions');
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  entitiesOf(userRef: string): Promise<string[]> {
    const now = this.#now();
    const known = this.#answers.get(userRef);
    if (known && now - known.askedAt <= MAX_AGE_MS) {
      return known.entityRefs;
    }
    this.#forgetBefore(now - MAX_AGE_MS);
    const entityRefs = this.#ask(userRef).catch(error => {
      this.#logger.warn(
        `Champions gave no answer, so nobody has rights by being one: ${
          isError(error) ? error.message : String(error)
        }`,
      );
      return [];
    });
    this.#answers.set(userRef, { entityRefs, askedAt: now });
    return entityRefs;
  }

  #forgetBefore(moment: number): void {
    for (const [userRef, { askedAt }] of this.#answers) {
      if (askedAt < moment) {
        this.#answers.delete(userRef);
      }
    }
  }

  async #ask(userRef: string): Promise<string[]> {
    const { namespace, name } = parseEntityRef(userRef);
    const baseUrl = await this.#discovery.getBaseUrl('champions');
    const path = [namespace, name].map(encodeURIComponent).join('/');
    const response = await this.#fetch(`${baseUrl}/people/${path}/entities`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // The plugin is not installed, or has never heard of the person.
    if (response.status === 404) {
      return [];
    }
    if (!response.ok) {
      throw new Error(`it answered ${response.status}`);
    }
    const { entityRefs } = (await response.json()) as ChampionedEntities;
    return entityRefs;
  }
}
