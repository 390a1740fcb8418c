import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  findingsGrantPermission,
  virtualTeamsBasicPermissions,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { createContext } from './createContext';
import { createParts } from './createParts';
import { teamProposalsExtensionPoint } from './extensionPoint';
import { prepareDatabase } from './migrate';
import { virtualTeamsEntityAccess } from './permissions';
import { ProposalSource } from './proposals/ProposalSource';
import { createRouter } from './router/createRouter';
import { FEED_PATH } from './service/CalendarService';
import { registerProfileAccess } from './search/profileAccess';
import { SearchStore } from './store/SearchStore';

/**
 * Virtual teams across platforms, and the people who can help.
 *
 * @public
 */
export const virtualTeamsPlugin = createBackendPlugin({
  pluginId: 'virtual-teams',
  register(env) {
    const sources: ProposalSource[] = [];
    env.registerExtensionPoint(teamProposalsExtensionPoint, {
      addSource: source => {
        sources.push(source);
      },
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
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
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init({
        actionsRegistry,
        database,
        httpRouter,
        lifecycle,
        ...services
      }) {
        const context = await createContext({
          ...services,
          database: await prepareDatabase(database),
        });
        const parts = await createParts(context, sources);
        services.permissionsRegistry.addPermissions(
          virtualTeamsBasicPermissions,
        );
        services.permissionsRegistry.addResourceType({
          resourceRef: virtualTeamsEntityAccess.resourceRef,
          permissions: [findingsGrantPermission],
          rules: Object.values(virtualTeamsEntityAccess.rules),
          getResources: async refs => {
            const rows = await context.entities.get(refs);
            return refs.map(ref => rows.get(ref.toLocaleLowerCase('en-US')));
          },
        });
        registerProfileAccess(
          services.permissionsRegistry,
          new SearchStore(context.database),
        );
        httpRouter.use(createRouter(parts));
        httpRouter.addAuthPolicy({
          path: '/openapi.json',
          allow: 'unauthenticated',
        });
        // Calendar programmes can't sign in: the address itself is the secret.
        httpRouter.addAuthPolicy({ path: FEED_PATH, allow: 'unauthenticated' });
        lifecycle.addStartupHook(() => {
          context.entities.start();
          context.settings.start?.();
          context.skills.start?.();
        });
        lifecycle.addShutdownHook(() => context.entities.stop());
        lifecycle.addShutdownHook(() => context.settings.stop?.());
        lifecycle.addShutdownHook(() => context.skills.stop?.());
        for (const part of parts) {
          part.actions?.(actionsRegistry);
          lifecycle.addStartupHook(() => part.start?.());
          lifecycle.addShutdownHook(() => part.stop?.());
        }
      },
    });
  },
});
