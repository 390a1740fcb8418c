import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ChampionsClient } from '@synchrony/backstage-plugin-champions-common';
import { waiverRolesExtensionPoint } from '@synchrony/backstage-plugin-ingestion-node';
import { asOwnService } from '@synchrony/backstage-plugin-scorecards-node';
import { ChampionRoleSource } from './ChampionRoleSource';

/**
 * Whoever is champion or deputy of an entity has the role `champion` for waivers
 * of it.
 *
 * @public
 */
export const ingestionModuleChampions = createBackendModule({
  pluginId: 'ingestion',
  moduleId: 'champions',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        waiverRoles: waiverRolesExtensionPoint,
      },
      async init({ auth, discovery, logger, waiverRoles }) {
        const ask = asOwnService(auth, 'champions');
        waiverRoles.addSource(
          new ChampionRoleSource({
            logger,
            champions: new ChampionsClient({
              discoveryApi: discovery,
              fetchApi: {
                fetch: (input, init) =>
                  ask(input, { ...init, signal: AbortSignal.timeout(5_000) }),
              },
            }),
          }),
        );
      },
    });
  },
});
