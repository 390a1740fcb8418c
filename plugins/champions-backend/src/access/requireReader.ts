import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  championManagePermission,
  championReadPermission,
} from '@synchrony/backstage-plugin-champions-common';
import { readerOf } from '@synchrony/backstage-plugin-scorecards-node';
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

/** @throws NotAllowedError for those who lack the permission */
export async function requireReader(
  options: ReaderOptions,
  credentials: BackstageCredentials,
  permission: BasicPermission = championReadPermission,
): Promise<Reader> {
  const { manages, ...reader } = await readerOf(
    {
      ...options,
      managePermission: championManagePermission,
      managersGroup: () => options.programme.current().settings.captains,
    },
    credentials,
    permission,
  );
  return { ...reader, isCaptain: manages };
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
