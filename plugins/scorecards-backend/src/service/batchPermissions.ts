import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
  isResourcePermission,
  QueryPermissionRequest,
  QueryPermissionResponse,
} from '@backstage/plugin-permission-common';

interface Batch {
  requests: QueryPermissionRequest[];
  answers: Promise<QueryPermissionResponse[]>;
}

function isWithoutResource({
  permission,
}: AuthorizePermissionRequest): boolean {
  return !isResourcePermission(permission);
}

/**
 * Puts the decisions that one request asks for at the same time into one call.
 * Nothing is remembered from one request to the next.
 */
export function batchPermissions(
  permissions: PermissionsService,
): PermissionsService {
  const open = new Map<BackstageCredentials, Batch>();

  function batchOf(credentials: BackstageCredentials): Batch {
    const known = open.get(credentials);
    if (known) {
      return known;
    }
    const requests: QueryPermissionRequest[] = [];
    const answers = Promise.resolve().then(() => {
      open.delete(credentials);
      return permissions.authorizeConditional(requests, { credentials });
    });
    const batch = { requests, answers };
    open.set(credentials, batch);
    return batch;
  }

  async function ask(
    requests: QueryPermissionRequest[],
    credentials: BackstageCredentials,
  ): Promise<QueryPermissionResponse[]> {
    const batch = batchOf(credentials);
    const start = batch.requests.length;
    batch.requests.push(...requests);
    const answers = await batch.answers;
    return answers.slice(start, start + requests.length);
  }

  return {
    authorize: async (requests, options) => {
      if (
        !options ||
        !('credentials' in options) ||
        !requests.every(isWithoutResource)
      ) {
        return permissions.authorize(requests, options);
      }
      // Both kinds of questions go to one endpoint, which has no conditions to
      // give for a permission without a resource; only their types differ.
      const answers = await ask(
        requests as unknown as QueryPermissionRequest[],
        options.credentials,
      );
      return answers.map(({ result }) => ({
        result:
          result === AuthorizeResult.ALLOW
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      }));
    },
    authorizeConditional: async (requests, options) =>
      'credentials' in options
        ? ask(requests, options.credentials)
        : permissions.authorizeConditional(requests, options),
  };
}
