import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { asOwnService } from '@synchrony/backstage-plugin-scorecards-node';

/** Knows for which entities somebody has rights by another plugin's word. */
export interface EntityScopes {
  /** Lower-cased refs; none where it can't be told. */
  entitiesOf(userRef: string): Promise<string[]>;
}

/** How long an answer may be old: after that one who left has no rights. */
const MAX_AGE_MS = 10_000;

/** Longer than this nobody waits for rights that come on top of others. */
const TIMEOUT_MS = 1_000;

interface Answer {
  entityRefs: Promise<string[]>;
  askedAt: number;
}

export interface PluginEntityScopesOptions {
  /** The plugin that is asked. */
  pluginId: string;
  /** Below `/people/{namespace}/{name}/`: answers `{ entityRefs }`. */
  path: string;
  discovery: DiscoveryService;
  auth: AuthService;
  logger: LoggerService;
  fetch?: typeof fetch;
  now?: () => number;
}

/**
 * {@link EntityScopes} as a plugin says. Where it is not installed, fails or is
 * slow, it gives no rights for as long.
 */
export class PluginEntityScopes implements EntityScopes {
  readonly #pluginId: string;
  readonly #path: string;
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #answers = new Map<string, Answer>();

  constructor(options: PluginEntityScopesOptions) {
    this.#pluginId = options.pluginId;
    this.#path = options.path;
    this.#discovery = options.discovery;
    this.#fetch = options.fetch ?? asOwnService(options.auth, options.pluginId);
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
        `${this.#pluginId} gave no answer, so nobody has rights by its word: ${
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
    const baseUrl = await this.#discovery.getBaseUrl(this.#pluginId);
    const path = [namespace, name].map(encodeURIComponent).join('/');
    const response = await this.#fetch(
      `${baseUrl}/people/${path}/${this.#path}`,
      {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    // The plugin is not installed, or has never heard of the person.
    if (response.status === 404) {
      return [];
    }
    if (!response.ok) {
      throw new Error(`it answered ${response.status}`);
    }
    const { entityRefs } = (await response.json()) as {
      entityRefs: string[];
    };
    return entityRefs;
  }
}
