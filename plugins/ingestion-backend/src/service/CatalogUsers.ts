import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RELATION_MEMBER_OF } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';

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

  /** A user and the groups that the user is a member of. */
  async claimsOf(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<string[]> {
    const user = await this.#catalog.getEntityByRef(userRef, { credentials });
    const groups = (user?.relations ?? [])
      .filter(({ type }) => type === RELATION_MEMBER_OF)
      .map(({ targetRef }) => normalizeEntityRef(targetRef));
    return [normalizeEntityRef(userRef), ...groups];
  }
}
