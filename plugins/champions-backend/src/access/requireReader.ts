import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  championManagePermission,
  championReadPermission,
} from '@synchrony/backstage-plugin-champions-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { ProgrammeSource } from '../programme/ProgrammeSource';

export interface ReaderOptions {
  auth: AuthService;
  config: RootConfigService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  programme: ProgrammeSource;
}

/** Who reads the programme. */
export interface Reader {
  credentials: BackstageCredentials;
  /** Absent for services. */
  userRef?: string;
  /** Whether they run the programme. */
  isCaptain: boolean;
}

/** Without a policy everything is allowed; then the captains' group decides. */
async function isAmongCaptains(
  { config, programme, userInfo }: ReaderOptions,
  credentials: BackstageCredentials,
): Promise<boolean> {
  if (config.getOptionalBoolean('permission.enabled')) {
    return true;
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  return ownershipEntityRefs
    .map(normalizeEntityRef)
    .includes(programme.current().settings.captains);
}

/** Who asks, if they may read at all. */
export async function requireReader(
  options: ReaderOptions,
  credentials: BackstageCredentials,
): Promise<Reader> {
  const [read, manage] = await options.permissions.authorize(
    [
      { permission: championReadPermission },
      { permission: championManagePermission },
    ],
    { credentials },
  );
  if (read.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`${championReadPermission.name} is not granted`);
  }
  const mayManage = manage.result === AuthorizeResult.ALLOW;
  if (!options.auth.isPrincipal(credentials, 'user')) {
    return { credentials, isCaptain: mayManage };
  }
  return {
    credentials,
    userRef: normalizeEntityRef(credentials.principal.userEntityRef),
    isCaptain: mayManage && (await isAmongCaptains(options, credentials)),
  };
}

/** Who asks, if they run the programme. */
export async function requireCaptain(
  options: ReaderOptions,
  credentials: BackstageCredentials,
): Promise<Reader> {
  const reader = await requireReader(options, credentials);
  if (!reader.isCaptain) {
    throw new NotAllowedError(
      `${championManagePermission.name} is not granted`,
    );
  }
  return reader;
}
