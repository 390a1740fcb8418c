import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readPolicyRoles } from './roles';
import { PluginEntityScopes } from './EntityScopes';
import { CatalogGroupTree } from './GroupTree';
import { CatalogShownScopes } from './ShownScopes';
import { SynchronyPolicy } from './SynchronyPolicy';

/** Installs {@link SynchronyPolicy}. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'synchrony-policy',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
        catalog: catalogServiceRef,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
      },
      async init({ policy, config, catalog, ...services }) {
        policy.setPolicy(
          new SynchronyPolicy({
            roles: readPolicyRoles(config),
            groups: new CatalogGroupTree({ catalog, auth: services.auth }),
            champions: new PluginEntityScopes({
              ...services,
              pluginId: 'champions',
              path: 'entities',
            }),
            virtualTeams: new PluginEntityScopes({
              ...services,
              pluginId: 'virtual-teams',
              path: 'granted-entities',
            }),
            shownScopes: new CatalogShownScopes({
              ...services,
              catalog,
            }),
          }),
        );
      },
    });
  },
});
