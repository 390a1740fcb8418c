import {
  LoggerService,
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { ChampionRelations } from '@synchrony/backstage-plugin-champions-common';
import { asOwnService } from '@synchrony/backstage-plugin-scorecards-node';

/** Knows which of the scopes that have champions somebody may see. */
export interface ShownScopes {
  /** Lower-cased refs; none where it can't be told. */
  shownTo(user: PolicyQueryUser): Promise<string[]>;
}

/** How long a scope is found after the catalog has begun to hide it. */
const MAX_AGE_MS = 10_000;
const TIMEOUT_MS = 2_000;
const REFS_A_CALL = 1_000;

interface Answer {
  scopeRefs: Promise<string[]>;
  askedAt: number;
}

/**
 * {@link ShownScopes} as the catalog says to the person. Where champions or the
 * catalog fail, no champion is found for as long.
 */
export class CatalogShownScopes implements ShownScopes {
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #answers = new Map<string, Answer>();

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    discovery: DiscoveryService;
    auth: AuthService;
    logger: LoggerService;
    fetch?: typeof fetch;
    now?: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#discovery = options.discovery;
    this.#fetch = options.fetch ?? asOwnService(options.auth, 'champions');
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  shownTo(user: PolicyQueryUser): Promise<string[]> {
    const now = this.#now();
    const { userEntityRef } = user.info;
    const known = this.#answers.get(userEntityRef);
    if (known && now - known.askedAt <= MAX_AGE_MS) {
      return known.scopeRefs;
    }
    for (const [ref, { askedAt }] of this.#answers) {
      if (now - askedAt > MAX_AGE_MS) {
        this.#answers.delete(ref);
      }
    }
    const scopeRefs = this.#ask(user).catch(error => {
      this.#logger.warn(
        `Nobody finds champions by searching for now: ${
          isError(error) ? error.message : String(error)
        }`,
      );
      return [];
    });
    this.#answers.set(userEntityRef, { scopeRefs, askedAt: now });
    return scopeRefs;
  }

  async #ask({ credentials }: PolicyQueryUser): Promise<string[]> {
    const scopeRefs = await this.#scopes();
    const shown: string[] = [];
    for (let from = 0; from < scopeRefs.length; from += REFS_A_CALL) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs: scopeRefs.slice(from, from + REFS_A_CALL),
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials },
      );
      shown.push(
        ...items
          .filter(item => item !== undefined)
          .map(item => stringifyEntityRef(item).toLocaleLowerCase('en-US')),
      );
    }
    return shown;
  }

  async #scopes(): Promise<string[]> {
    const baseUrl = await this.#discovery.getBaseUrl('champions');
    const response = await this.#fetch(`${baseUrl}/relations`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 404) {
      return [];
    }
    if (!response.ok) {
      throw new Error(`champions answered ${response.status}`);
    }
    const { items } = (await response.json()) as ChampionRelations;
    return [...new Set(items.map(({ entityRef }) => entityRef))];
  }
}
