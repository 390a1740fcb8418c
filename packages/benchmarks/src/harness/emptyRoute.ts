import {
  coreServices,
  createBackendPlugin,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { QueryPermissionRequest } from '@backstage/plugin-permission-common';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  evidenceReadPermission,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import express from 'express';

type Credentials = Parameters<
  PermissionsService['authorize']
>[1]['credentials'];

/** The decisions that reading a scorecard needs in one call, and nothing else. */
async function decide(
  permissions: PermissionsService,
  credentials: Credentials,
): Promise<void> {
  await permissions.authorizeConditional(
    [
      scoreReadPermission,
      catalogEntityReadPermission,
      evidenceReadPermission,
    ].map(permission => ({ permission }) as QueryPermissionRequest),
    { credentials },
  );
}

/** A route that authenticates and authorises as a scorecard's does, and answers `{}`. */
export const emptyRoutePlugin = createBackendPlugin({
  pluginId: 'empty',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
      },
      async init({ httpAuth, httpRouter, permissions }) {
        const router = express.Router();
        router.get('/', async (request, response, next) => {
          try {
            await decide(permissions, await httpAuth.credentials(request));
            response.json({});
          } catch (error) {
            next(error);
          }
        });
        httpRouter.use(router);
      },
    });
  },
});
