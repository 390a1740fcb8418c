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
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import {
  teamManagePermission,
  teamReadPermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { SettingsSource } from '../settings/SettingsSource';

export interface ReaderOptions {
  auth: AuthService;
  config: RootConfigService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  settings: SettingsSource;
}

/** Somebody who reads or changes what is kept of virtual teams. */
export interface Reader {
  credentials: BackstageCredentials;
  /** Absent for services. */
  userRef?: string;
  /** Whether they may act for every team. */
  isManager: boolean;
}

/** Without a policy everything is allowed; then the managers' group decides. */
async function isAmongManagers(
  { config, settings, userInfo }: ReaderOptions,
  credentials: BackstageCredentials,
): Promise<boolean> {
  if (config.getOptionalBoolean('permission.enabled')) {
    return true;
  }
  const { managers } = settings.current().settings;
  if (managers === undefined) {
    return false;
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  return ownershipEntityRefs
    .map(normalizeEntityRef)
    .includes(normalizeEntityRef(managers));
}

/** @throws NotAllowedError for those who lack the permission */
export async function requireReader(
  options: ReaderOptions,
  credentials: BackstageCredentials,
  permission: BasicPermission = teamReadPermission,
): Promise<Reader> {
  const [asked, manage] = await options.permissions.authorize(
    [{ permission }, { permission: teamManagePermission }],
    { credentials },
  );
  if (asked.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`${permission.name} is not granted`);
  }
  const mayManage = manage.result === AuthorizeResult.ALLOW;
  if (!options.auth.isPrincipal(credentials, 'user')) {
    return { credentials, isManager: mayManage };
  }
  return {
    credentials,
    userRef: normalizeEntityRef(credentials.principal.userEntityRef),
    isManager: mayManage && (await isAmongManagers(options, credentials)),
  };
}

/** A reader who is signed in, which a service is not. */
export type Person = Reader & { userRef: string };

/** @throws NotAllowedError for those who lack the permission, and for services */
export async function requirePerson(
  options: ReaderOptions,
  credentials: BackstageCredentials,
  permission?: BasicPermission,
): Promise<Person> {
  const { userRef, ...reader } = await requireReader(
    options,
    credentials,
    permission,
  );
  if (userRef === undefined) {
    throw new NotAllowedError('Only people have this of their own');
  }
  return { ...reader, userRef };
}
