import {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
  RootConfigService,
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
import { Caller } from '../context';

/** Credentials of somebody who is signed in. */
export type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** What signed-in people may do that is not about one scope. */
export class PersonAccess {
  readonly #permissions: PermissionsService;
  readonly #permissionEnabled: boolean;

  constructor(options: {
    permissions: PermissionsService;
    config: RootConfigService;
  }) {
    this.#permissions = options.permissions;
    this.#permissionEnabled =
      options.config.getOptionalBoolean('permission.enabled') ?? false;
  }

  /**
   * Who may know of champions.
   *
   * @throws NotAllowedError for others
   */
  async requireReader(credentials: UserCredentials): Promise<Caller> {
    if (!(await this.#allows(credentials, championReadPermission))) {
      throw new NotAllowedError('You may not see security champions');
    }
    const userRef = normalizeEntityRef(credentials.principal.userEntityRef);
    return { credentials, userRef };
  }

  /** Without a policy everything is allowed to everybody, and so this is not. */
  async isCaptain({ credentials }: Caller): Promise<boolean> {
    return (
      this.#permissionEnabled &&
      (await this.#allows(credentials, championManagePermission))
    );
  }

  async #allows(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }
}
