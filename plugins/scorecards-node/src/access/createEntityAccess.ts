import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PermissionCriteria,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { normalizeEntityRef } from '../entities/entityRef';
import { EntityProjection } from '../entities/types';
import { applyFilters, matches, toFilters } from './criteria';
import { EntityAccessFilter } from './rules';
import { EntityAccess, EntityVisibility } from './types';

/** @public */
export interface EntityAccessOptions {
  config: RootConfigService;
  auth: AuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  /** Tells the owner of one entity. */
  entities: Pick<EntityProjection, 'get'>;
}

function where(
  filters: PermissionCriteria<EntityAccessFilter>,
): EntityVisibility {
  return {
    kind: 'where',
    apply: (query, columns) => applyFilters(query, filters, columns),
    matches: entity => matches(filters, entity),
  };
}

class DefaultEntityAccess implements EntityAccess {
  readonly #options: EntityAccessOptions;
  readonly #permissionEnabled: boolean;

  constructor(options: EntityAccessOptions) {
    this.#options = options;
    this.#permissionEnabled =
      options.config.getOptionalBoolean('permission.enabled') ?? false;
  }

  async visible(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<EntityVisibility> {
    const { auth, permissions, userInfo } = this.#options;
    if (!this.#permissionEnabled && auth.isPrincipal(credentials, 'user')) {
      const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
      return where({
        column: 'ownerRef',
        values: ownershipEntityRefs.map(normalizeEntityRef),
      });
    }
    const [decision] = await permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return { kind: 'all' };
      case AuthorizeResult.CONDITIONAL:
        return where(toFilters(decision.conditions, permission.resourceType));
      default:
        return { kind: 'none' };
    }
  }

  async require(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<void> {
    if (!(await this.can(credentials, permission, entityRef))) {
      throw new NotAllowedError(
        `${permission.name} is not granted for ${entityRef}`,
      );
    }
  }

  async can(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<boolean> {
    const visibility = await this.visible(credentials, permission);
    if (visibility.kind !== 'where') {
      return visibility.kind === 'all';
    }
    const ref = normalizeEntityRef(entityRef);
    const entity = (await this.#options.entities.get([ref])).get(ref);
    return visibility.matches({ entityRef: ref, ownerRef: entity?.ownerRef });
  }
}

/**
 * Decides who may see what stands behind an entity. Without a permission
 * policy (`permission.enabled` is not true) people see only what they own.
 *
 * @public
 */
export function createEntityAccess(options: EntityAccessOptions): EntityAccess {
  return new DefaultEntityAccess(options);
}
