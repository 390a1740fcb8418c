import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { readerOf } from '@synchrony/backstage-plugin-scorecards-node';
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

/** @throws NotAllowedError for those who lack the permission */
export async function requireReader(
  options: ReaderOptions,
  credentials: BackstageCredentials,
  permission: BasicPermission = teamReadPermission,
): Promise<Reader> {
  const { manages, ...reader } = await readerOf(
    {
      ...options,
      managePermission: teamManagePermission,
      managersGroup: () => options.settings.current().settings.managers,
    },
    credentials,
    permission,
  );
  return { ...reader, isManager: manages };
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
