import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  QueryPermissionRequest,
  QueryPermissionResponse,
} from '@backstage/plugin-permission-common';

interface Batch {
  requests: QueryPermissionRequest[];
  answers: Promise<QueryPermissionResponse[]>;
}

/**
 * Puts the conditional decisions that one request asks for at the same time
 * into one call. Nothing is remembered from one request to the next.
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

  return {
    authorize: (requests, options) => permissions.authorize(requests, options),
    authorizeConditional: async (requests, options) => {
      if (!('credentials' in options)) {
        return permissions.authorizeConditional(requests, options);
      }
      const batch = batchOf(options.credentials);
      const start = batch.requests.length;
      batch.requests.push(...requests);
      const answers = await batch.answers;
      return answers.slice(start, start + requests.length);
    },
  };
}
