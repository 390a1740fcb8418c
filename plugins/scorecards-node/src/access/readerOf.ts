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
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { normalizeEntityRef } from '../entities';

/** @public */
export interface ReaderOfOptions {
  auth: AuthService;
  config: RootConfigService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  /** What makes a reader run the plugin's programme. */
  managePermission: BasicPermission;
  /**
   * Without a policy everything is allowed; then members of this group run the
   * programme, and nobody where it is absent.
   */
  managersGroup: () => string | undefined;
}

/** Somebody who asks a plugin. @public */
export interface KnownCaller {
  credentials: BackstageCredentials;
  /** Lower-cased; absent for services. */
  userRef?: string;
  /** Whether they run the plugin's programme. */
  manages: boolean;
}

async function isInManagersGroup(
  { config, managersGroup, userInfo }: ReaderOfOptions,
  credentials: BackstageCredentials,
): Promise<boolean> {
  if (config.getOptionalBoolean('permission.enabled')) {
    return true;
  }
  const group = managersGroup();
  if (group === undefined) {
    return false;
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  return ownershipEntityRefs
    .map(normalizeEntityRef)
    .includes(normalizeEntityRef(group));
}

/**
 * Who asks, if they have a permission; one question to the policy.
 *
 * @throws NotAllowedError for those who lack it
 * @public
 */
export async function readerOf(
  options: ReaderOfOptions,
  credentials: BackstageCredentials,
  permission: BasicPermission,
): Promise<KnownCaller> {
  const [asked, manage] = await options.permissions.authorize(
    [{ permission }, { permission: options.managePermission }],
    { credentials },
  );
  if (asked.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`${permission.name} is not granted`);
  }
  const mayManage = manage.result === AuthorizeResult.ALLOW;
  if (!options.auth.isPrincipal(credentials, 'user')) {
    return { credentials, manages: mayManage };
  }
  return {
    credentials,
    userRef: normalizeEntityRef(credentials.principal.userEntityRef),
    manages: mayManage && (await isInManagersGroup(options, credentials)),
  };
}
