import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** People as the catalog has them. */
export class CatalogUsers {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  /** Whether there is such a user, as far as the caller may see. */
  async has(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<boolean> {
    const user = await this.#catalog.getEntityByRef(userRef, { credentials });
    return user !== undefined;
  }
}
