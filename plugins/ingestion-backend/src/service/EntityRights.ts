import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';

export interface EntityRightsOptions {
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
}

/** For which of many entities a caller is granted something. */
export class EntityRights {
  readonly #options: EntityRightsOptions;

  constructor(options: EntityRightsOptions) {
    this.#options = options;
  }

  /** One decision and one look-up, whatever the number of entities. */
  async among(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRefs: string[],
  ): Promise<Set<string>> {
    const { access, catalogVisibility, entities } = this.#options;
    const refs = [...new Set(entityRefs)];
    const visibility = await access.visible(credentials, permission);
    if (refs.length === 0 || visibility.kind === 'none') {
      return new Set();
    }
    const inCatalog = await catalogVisibility.filter(credentials, refs);
    if (visibility.kind === 'all') {
      return inCatalog;
    }
    const rows = await entities.get([...inCatalog]);
    return new Set(
      [...inCatalog].filter(entityRef =>
        visibility.matches({
          entityRef,
          ownerRef: rows.get(entityRef)?.ownerRef,
        }),
      ),
    );
  }

  /** Whether it is granted for every entity there is. */
  async everywhere(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<boolean> {
    const { access, catalogVisibility } = this.#options;
    return (
      (await access.visible(credentials, permission)).kind === 'all' &&
      (await catalogVisibility.mode(credentials)) === 'all'
    );
  }
}
