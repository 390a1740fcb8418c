import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { ScorecardsClient } from '@synchrony/backstage-plugin-scorecards-common';
import { asOwnService } from '@synchrony/backstage-plugin-scorecards-node';
import { DefinitionsCollatorFactory } from './collator/DefinitionsCollatorFactory';
import { readCollatorSettings } from './collator/readCollatorSettings';

/**
 * Indexes the checks and scorecards in use.
 *
 * @public
 */
export const searchModuleSynchrony = createBackendModule({
  pluginId: 'search',
  moduleId: 'synchrony',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        index: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, index, scheduler }) {
        const { path, schedule } = readCollatorSettings(config);
        index.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: new DefinitionsCollatorFactory({
            path,
            definitions: new ScorecardsClient({
              discoveryApi: discovery,
              fetchApi: { fetch: asOwnService(auth, 'scorecards') },
            }),
          }),
        });
      },
    });
  },
});
