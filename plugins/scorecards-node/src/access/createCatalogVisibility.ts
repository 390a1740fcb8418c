import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { chunks } from '../database/chunks';
import { normalizeEntityRef } from '../entities/entityRef';
import { CatalogVisibility } from './types';

/** @public */
export interface CatalogVisibilityOptions {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
}

const REFS_A_CALL = 1000;

class DefaultCatalogVisibility implements CatalogVisibility {
  readonly #options: CatalogVisibilityOptions;

  constructor(options: CatalogVisibilityOptions) {
    this.#options = options;
  }

  async mode(
    credentials: BackstageCredentials,
  ): Promise<'all' | 'none' | 'some'> {
    const { auth, permissions } = this.#options;
    if (auth.isPrincipal(credentials, 'service')) {
      // A token of this plugin cannot be delegated to the catalog, so a
      // service is looked up for with the plugin's own credentials, which see
      // everything; what it may ask here its access restrictions say.
      return 'all';
    }
    const [decision] = await permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return 'some';
      default:
        return 'none';
    }
  }

  async filter(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<Set<string>> {
    switch (await this.mode(credentials)) {
      case 'all':
        return new Set(entityRefs);
      case 'none':
        return new Set();
      default:
        return this.#ask(credentials, entityRefs);
    }
  }

  async #ask(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<Set<string>> {
    const visible = new Set<string>();
    for (const chunk of chunks(entityRefs, REFS_A_CALL)) {
      const { items } = await this.#options.catalog.getEntitiesByRefs(
        {
          entityRefs: chunk,
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials },
      );
      for (const entity of items) {
        if (entity) {
          visible.add(normalizeEntityRef(stringifyEntityRef(entity)));
        }
      }
    }
    return new Set(entityRefs.filter(ref => visible.has(ref)));
  }
}

/**
 * Tells which entities a caller may see in the catalog, with one call a page
 * and never one a row.
 *
 * @public
 */
export function createCatalogVisibility(
  options: CatalogVisibilityOptions,
): CatalogVisibility {
  return new DefaultCatalogVisibility(options);
}
