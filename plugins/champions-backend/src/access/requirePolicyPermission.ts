import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { requirePermission } from '@synchrony/backstage-plugin-scorecards-node';

export interface PolicyPermissionOptions {
  auth: AuthService;
  config: RootConfigService;
  permissions: PermissionsService;
}

/**
 * For what only some people may see: without a policy everything is allowed to
 * everybody, and so this is allowed to nobody but services.
 *
 * @throws NotAllowedError unless a policy grants it to the caller
 */
export async function requirePolicyPermission(
  { auth, config, permissions }: PolicyPermissionOptions,
  credentials: BackstageCredentials,
  permission: BasicPermission,
): Promise<void> {
  if (
    auth.isPrincipal(credentials, 'user') &&
    !config.getOptionalBoolean('permission.enabled')
  ) {
    throw new NotAllowedError(`${permission.name} is not granted`);
  }
  await requirePermission(permissions, credentials, permission);
}
