import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { adminPermission } from '@synchrony/backstage-plugin-ingestion-common';

/** Who runs ingestion. */
export class AdminAccess {
  readonly #permissions: PermissionsService;
  readonly #permissionEnabled: boolean;

  constructor(options: {
    permissions: PermissionsService;
    /** Without a policy everything is allowed to everybody, and so this is not. */
    permissionEnabled: boolean;
  }) {
    this.#permissions = options.permissions;
    this.#permissionEnabled = options.permissionEnabled;
  }

  async can(credentials: BackstageCredentials): Promise<boolean> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: adminPermission }],
      { credentials },
    );
    return this.#permissionEnabled && decision.result === AuthorizeResult.ALLOW;
  }

  /** Throws `NotAllowedError`. */
  async require(credentials: BackstageCredentials): Promise<void> {
    if (!(await this.can(credentials))) {
      throw new NotAllowedError('Only who runs the portal may do this');
    }
  }
}
