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
import { ExpertiseCollatorFactory } from './collator/ExpertiseCollatorFactory';
import { readCollatorSettings } from './collator/readCollatorSettings';
import { TeamsCollatorFactory } from './collator/TeamsCollatorFactory';
import { VirtualTeamsReader } from './collator/VirtualTeamsReader';

/**
 * Indexes the checks and scorecards in use and virtual teams, and champions and
 * people with skills where permissions are decided: without, who withdraws could
 * still be found.
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
        const reader = new VirtualTeamsReader({
          discovery,
          fetch: asOwnService(auth, 'virtual-teams'),
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
          const people = readCollatorSettings(config, 'expertise', '/catalog');
          index.addCollator({
            schedule: scheduler.createScheduledTaskRunner(people.schedule),
            factory: new ExpertiseCollatorFactory({
              path: people.path,
              reader,
            }),
          });
        }
        const teams = readCollatorSettings(
          config,
          'virtualTeams',
          '/virtual-team',
        );
        index.addCollator({
          schedule: scheduler.createScheduledTaskRunner(teams.schedule),
          factory: new TeamsCollatorFactory({ path: teams.path, reader }),
        });
      },
    });
  },
});
