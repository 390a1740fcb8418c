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
  capacityAgreePermission,
  championsBasicPermissions,
} from '@synchrony/backstage-plugin-champions-common';
import { registerActions } from './actions/registerActions';
import { createContext } from './createContext';
import { createParts } from './createParts';
import { groupsOwnThemselves } from './access/groupsOwnThemselves';
import { prepareDatabase } from './migrate';
import { championsEntityAccess } from './permissions';
import { createRouter } from './router/createRouter';
import { FEED_PATH } from './service/desk/CalendarService';
import { registerAssignmentAccess } from './search/assignmentAccess';
import { ContactsService } from './service/ContactsService';
import { ContactStore } from './store/ContactStore';
import { SearchStore } from './store/SearchStore';

/**
 * Security champions: who helps, for which scopes, and how well they are
 * covered.
 *
 * @public
 */
export const championsPlugin = createBackendPlugin({
  pluginId: 'champions',
  register(env) {
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
        const parts = await createParts(context);
        services.permissionsRegistry.addPermissions(championsBasicPermissions);
        services.permissionsRegistry.addResourceType({
          resourceRef: championsEntityAccess.resourceRef,
          permissions: [capacityAgreePermission],
          rules: Object.values(championsEntityAccess.rules),
          getResources: async refs => {
            const rows = await context.entities.get(refs);
            return refs.map(ref =>
              groupsOwnThemselves(rows.get(ref.toLocaleLowerCase('en-US'))),
            );
          },
        });
        registerAssignmentAccess(
          services.permissionsRegistry,
          new SearchStore(context.database),
        );
        registerActions({
          actionsRegistry,
          contacts: new ContactsService({
            ...context,
            store: new ContactStore(context.database),
          }),
        });
        httpRouter.use(createRouter(parts));
        httpRouter.addAuthPolicy({
          path: '/openapi.json',
          allow: 'unauthenticated',
        });
        // Calendar programmes can't sign in: the address itself is the secret.
        httpRouter.addAuthPolicy({ path: FEED_PATH, allow: 'unauthenticated' });
        lifecycle.addStartupHook(() => context.entities.start());
        lifecycle.addShutdownHook(() => context.entities.stop());
        for (const part of parts) {
          lifecycle.addStartupHook(() => part.start?.());
          lifecycle.addShutdownHook(() => part.stop?.());
        }
      },
    });
  },
});
