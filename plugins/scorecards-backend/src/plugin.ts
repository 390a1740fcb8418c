import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  evidenceReadPermission,
  factsWritePermission,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import { createScorecards } from './createScorecards';
import { prepareDatabase } from './migrate';
import { scorecardsEntityAccess } from './permissions';
import { createRouter } from './router/createRouter';

/**
 * Security scorecards of catalog entities.
 *
 * @public
 */
export const scorecardsPlugin = createBackendPlugin({
  pluginId: 'scorecards',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init({ database, httpRouter, lifecycle, ...services }) {
        const {
          entities,
          history,
          list,
          maturity,
          pushes,
          rollups,
          scorecards,
          snapshots,
          worker,
        } = await createScorecards({
          ...services,
          database: await prepareDatabase(database),
        });
        services.permissionsRegistry.addPermissions([
          scoreReadPermission,
          factsWritePermission,
        ]);
        services.permissionsRegistry.addResourceType({
          resourceRef: scorecardsEntityAccess.resourceRef,
          permissions: [evidenceReadPermission],
          rules: Object.values(scorecardsEntityAccess.rules),
          getResources: async refs => {
            const rows = await entities.get(refs);
            return refs.map(ref => rows.get(ref.toLocaleLowerCase('en-US')));
          },
        });
        httpRouter.use(
          createRouter({
            auditor: services.auditor,
            httpAuth: services.httpAuth,
            pushes,
            scorecards,
            list,
            maturity,
            rollups,
            history,
          }),
        );
        httpRouter.addAuthPolicy({
          path: '/openapi.json',
          allow: 'unauthenticated',
        });
        lifecycle.addStartupHook(() => worker.start());
        lifecycle.addStartupHook(() => snapshots.start());
        lifecycle.addShutdownHook(() => worker.stop());
        lifecycle.addShutdownHook(() => snapshots.stop());
      },
    });
  },
});
