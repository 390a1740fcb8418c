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

/** Somebody who reads or changes what is kept of champions. */
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
    .includes(normalizeEntityRef(programme.current().settings.captains));
}

/** @throws NotAllowedError for those who lack the permission */
export async function requireReader(
  options: ReaderOptions,
  credentials: BackstageCredentials,
  permission: BasicPermission = championReadPermission,
): Promise<Reader> {
  const [asked, manage] = await options.permissions.authorize(
    [{ permission }, { permission: championManagePermission }],
    { credentials },
  );
  if (asked.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`${permission.name} is not granted`);
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

/** A reader who is signed in, which a service is not. */
export type Person = Reader & { userRef: string };

/** @throws NotAllowedError for those who may not read, and for services */
export async function requirePerson(
  options: ReaderOptions,
  credentials: BackstageCredentials,
): Promise<Person> {
  const { userRef, ...reader } = await requireReader(options, credentials);
  if (userRef === undefined) {
    throw new NotAllowedError('Only people have this of their own');
  }
  return { ...reader, userRef };
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
