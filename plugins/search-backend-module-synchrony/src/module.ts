import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { ScorecardsClient } from '@synchrony/backstage-plugin-scorecards-common';
import { asOwnService } from '@synchrony/backstage-plugin-scorecards-node';
import { ChampionsCollatorFactory } from './collator/ChampionsCollatorFactory';
import { ChampionsReader } from './collator/ChampionsReader';
import { DefinitionsCollatorFactory } from './collator/DefinitionsCollatorFactory';
import { readCollatorSettings } from './collator/readCollatorSettings';

/**
 * Indexes the checks and scorecards in use, and champions where permissions
 * are decided: without, who withdraws could still be found.
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
        const { path, schedule } = readCollatorSettings(
          config,
          'scorecards',
          '/scorecards/definitions',
        );
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
        if (config.getOptionalBoolean('permission.enabled')) {
          const champions = readCollatorSettings(
            config,
            'champions',
            '/catalog',
          );
          index.addCollator({
            schedule: scheduler.createScheduledTaskRunner(champions.schedule),
            factory: new ChampionsCollatorFactory({
              path: champions.path,
              champions: new ChampionsReader({
                discovery,
                fetch: asOwnService(auth, 'champions'),
              }),
            }),
          });
        }
      },
    });
  },
});
