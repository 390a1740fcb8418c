import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  championManagePermission,
  championReadPermission,
} from '@synchrony/backstage-plugin-champions-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';

export interface ReaderOptions {
  auth: AuthService;
  config: RootConfigService;
  permissions: PermissionsService;
}

/** Who reads the programme. */
export interface Reader {
  credentials: BackstageCredentials;
  /** Absent for services. */
  userRef?: string;
  /** Whether they run the programme. */
  isCaptain: boolean;
}

/**
 * Who asks, if they may read at all. Without a permission policy nobody runs
 * the programme: everybody would, and names before a yes would be open.
 */
export async function requireReader(
  { auth, config, permissions }: ReaderOptions,
  credentials: BackstageCredentials,
): Promise<Reader> {
  const [read, manage] = await permissions.authorize(
    [
      { permission: championReadPermission },
      { permission: championManagePermission },
    ],
    { credentials },
  );
  if (read.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`${championReadPermission.name} is not granted`);
  }
  const isUser = auth.isPrincipal(credentials, 'user');
  const hasPolicy = config.getOptionalBoolean('permission.enabled') ?? false;
  return {
    credentials,
    ...(isUser && {
      userRef: normalizeEntityRef(credentials.principal.userEntityRef),
    }),
    isCaptain:
      manage.result === AuthorizeResult.ALLOW && (hasPolicy || !isUser),
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
