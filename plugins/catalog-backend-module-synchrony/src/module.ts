import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ScorecardsClient } from '@synchrony/backstage-plugin-scorecards-common';
import { asOwnService } from '@synchrony/backstage-plugin-scorecards-node';
import { ChampionGroupProvider } from './champions/ChampionGroupProvider';
import { ChampionRelationProcessor } from './champions/ChampionRelationProcessor';
import { ChampionRelations } from './champions/ChampionRelations';
import { KnownLevels } from './levels/KnownLevels';
import { SecurityLevelProcessor } from './levels/SecurityLevelProcessor';
import { PluginEntityProvider } from './provider/PluginEntityProvider';
import { ParticipantRelationProcessor } from './virtualTeams/ParticipantRelationProcessor';
import { TeamDirectory } from './virtualTeams/TeamDirectory';

/** How old the level of an entity may be before it is processed. */
const REFRESH_SECONDS = 60;

/** How old the relations of champions may be, unless it is configured. */
const CHAMPIONS_REFRESH_SECONDS = 30;

/** How old virtual teams may be in the catalog, unless it is configured. */
const VIRTUAL_TEAMS_REFRESH_SECONDS = 30;

/**
 * Gives entities of the catalog their security level as a label, and their
 * champions as relations; and the catalog virtual teams, and who takes part.
 *
 * @public
 */
export const catalogModuleSynchrony = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'synchrony',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, discovery, logger, scheduler }) {
        const known = new KnownLevels({
          scorecard:
            config.getOptionalString('synchrony.catalog.scorecard') ??
            'essentials',
          scorecards: new ScorecardsClient({
            discoveryApi: discovery,
            fetchApi: { fetch: asOwnService(auth, 'scorecards') },
          }),
        });
        catalog.addProcessor(new SecurityLevelProcessor(known));
        await scheduler.scheduleTask({
          id: 'synchrony-security-levels',
          scope: 'local',
          frequency: { seconds: REFRESH_SECONDS },
          timeout: { seconds: REFRESH_SECONDS },
          fn: () =>
            known.refresh().catch(error => {
              logger.warn(
                `Levels could not be read; entities keep those that they have: ${
                  isError(error) ? error.message : String(error)
                }`,
              );
            }),
        });

        const champions = new ChampionGroupProvider({
          logger,
          relations: new ChampionRelations({
            discovery,
            fetch: asOwnService(auth, 'champions'),
          }),
        });
        catalog.addEntityProvider(champions);
        catalog.addProcessor(
          new ChampionRelationProcessor({
            relatesPeople:
              config.getOptionalBoolean('synchrony.catalog.championOf') ??
              !config.getOptionalBoolean('permission.enabled'),
          }),
        );
        const seconds =
          config.getOptionalNumber('synchrony.catalog.championsSeconds') ??
          CHAMPIONS_REFRESH_SECONDS;
        await scheduler.scheduleTask({
          id: 'synchrony-champions',
          scope: 'global',
          frequency: { seconds },
          initialDelay: { seconds: Math.min(seconds, 5) },
          timeout: { seconds: 60 },
          fn: () => champions.refresh(),
        });

        const directory = new TeamDirectory({
          discovery,
          fetch: asOwnService(auth, 'virtual-teams'),
        });
        const virtualTeams = new PluginEntityProvider({
          name: 'synchrony-virtual-teams',
          subject: 'virtual teams',
          logger,
          read: () => directory.read(),
        });
        catalog.addEntityProvider(virtualTeams);
        catalog.addProcessor(new ParticipantRelationProcessor());
        const teamSeconds =
          config.getOptionalNumber('synchrony.catalog.virtualTeamsSeconds') ??
          VIRTUAL_TEAMS_REFRESH_SECONDS;
        await scheduler.scheduleTask({
          id: 'synchrony-virtual-teams',
          scope: 'global',
          frequency: { seconds: teamSeconds },
          initialDelay: { seconds: Math.min(teamSeconds, 5) },
          timeout: { seconds: 60 },
          fn: () => virtualTeams.refresh(),
        });
      },
    });
  },
});
