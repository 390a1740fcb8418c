import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  adminPermission,
  factsReadPermission,
  findingReadPermission,
  findingTriagePermission,
  IngestionFacts,
  intelligenceManagePermission,
  intelligenceReadPermission,
  reportReadPermission,
  reportSubmitPermission,
  tokenManagePermission,
  tokenReadPermission,
  waiverApprovePermission,
  waiverReadPermission,
  waiverRequestPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  ingestionEntityResourceRef,
  ingestionEntityRules,
  reportFormatsExtensionPoint,
  WaiverRoleSource,
  waiverRolesExtensionPoint,
} from '@synchrony/backstage-plugin-ingestion-node';
import {
  createCatalogVisibility,
  createEntityAccess,
  createEntityProjection,
  createFactFeed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { readIngestionConfig } from './config/readIngestionConfig';
import { createIngestion, migrateIngestion } from './createIngestion';
import { factsSchema } from './factsSchema';
import { createIngestionMetrics } from './metrics';
import { createRouter } from './router';
import { CatalogUsers } from './service/CatalogUsers';
import { Cursors } from './service/cursor';
import { RETENTION_EVERY_HOURS } from './service/RetentionSweep';
import { scheduleThreatFiles } from './service/scheduleThreatFiles';
import { SecretStore } from './store/SecretStore';
import { FormatRegistry } from './worker';
import { SubmitterAuth } from './router/submitterAuth';

/**
 * Receives security reports, keeps findings and publishes facts about them.
 *
 * @public
 */
export const ingestionPlugin = createBackendPlugin({
  pluginId: 'ingestion',
  register(env) {
    const formats = new FormatRegistry();
    env.registerExtensionPoint(reportFormatsExtensionPoint, formats);
    const waiverRoleSources: WaiverRoleSource[] = [];
    env.registerExtensionPoint(waiverRolesExtensionPoint, {
      addSource: source => waiverRoleSources.push(source),
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, catalog, config, httpAuth, logger, permissions } = deps;
        const { lifecycle, permissionsRegistry, scheduler, userInfo } = deps;
        const database = await deps.database.getClient();
        if (!deps.database.migrations?.skip) {
          await migrateIngestion(database);
        }
        permissionsRegistry.addPermissions([
          reportSubmitPermission,
          factsReadPermission,
          intelligenceReadPermission,
          intelligenceManagePermission,
          adminPermission,
        ]);
        permissionsRegistry.addResourceType({
          resourceRef: ingestionEntityResourceRef,
          permissions: [
            reportReadPermission,
            findingReadPermission,
            tokenReadPermission,
            tokenManagePermission,
            findingTriagePermission,
            waiverRequestPermission,
            waiverApprovePermission,
            waiverReadPermission,
          ],
          rules: Object.values(ingestionEntityRules),
        });

        const entities = await createEntityProjection({
          database,
          catalog,
          auth,
          logger,
        });
        const feed = await createFactFeed<IngestionFacts>({
          database,
          source: 'ingestion',
          schema: factsSchema,
          permission: factsReadPermission,
          httpAuth,
          permissions,
          events: deps.events,
          logger,
        });
        const ingestionConfig = readIngestionConfig(config);
        const ingestion = createIngestion({
          database,
          config: ingestionConfig,
          formatFiles: formats.files,
          logger,
          auth,
          userInfo,
          permissions,
          waiverRoleSources,
          permissionEnabled:
            config.getOptionalBoolean('permission.enabled') ?? false,
          entities,
          access: createEntityAccess({
            config,
            auth,
            permissions,
            userInfo,
            entities,
          }),
          catalogVisibility: createCatalogVisibility({
            auth,
            catalog,
            permissions,
          }),
          users: new CatalogUsers(catalog),
          cursors: await Cursors.open(new SecretStore(database)),
          feed,
          signals: deps.signals,
          createMetrics: depth => createIngestionMetrics(deps.metrics, depth),
        });

        entities.onChange(change => ingestion.entityChanges.take(change));
        lifecycle.addStartupHook(() => {
          ingestion.workers.warm();
          ingestion.loop.start();
          ingestion.waiverClock.start();
          entities.start();
          feed.start(refs => ingestion.facts.recompute(refs));
          ingestion.entityChanges.catchUp().catch(error => {
            logger.error('Coverage could not be brought up to date', error);
          });
          ingestion.slaFollower.follow().catch(error => {
            logger.error('Due dates could not be computed again', error);
          });
          ingestion.intelligenceFollower.follow().catch(error => {
            logger.error('Findings can not follow threat intelligence', error);
          });
        });
        lifecycle.addShutdownHook(async () => {
          ingestion.slaFollower.stop();
          ingestion.intelligenceFollower.stop();
          ingestion.entityChanges.stop();
          await Promise.all([
            ingestion.workers.stop(),
            ingestion.loop.stop(),
            ingestion.waiverClock.stop(),
            entities.stop(),
            feed.stop(),
          ]);
        });
        await scheduler.scheduleTask({
          id: 'ingestion-quarantine',
          frequency: { minutes: 5 },
          timeout: { minutes: 5 },
          initialDelay: { minutes: 1 },
          fn: () => ingestion.quarantine.review(),
        });
        await scheduler.scheduleTask({
          id: 'ingestion-retention',
          frequency: { hours: RETENTION_EVERY_HOURS },
          timeout: { hours: 1 },
          initialDelay: { minutes: 10 },
          fn: () => ingestion.retentionSweep.run(),
        });

        await scheduleThreatFiles({
          sources: ingestionConfig.threatFiles,
          threatIntelligence: ingestion.threatIntelligence,
          scheduler,
          urlReader: deps.urlReader,
          logger,
        });

        // These routes know tokens which Backstage does not, and so check for
        // themselves who calls.
        for (const path of [
          '/reports',
          '/gate',
          '/oidc/exchange',
          '/deployments',
          '/pipeline-runs',
          '/webhooks/github',
        ]) {
          deps.httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        deps.httpRouter.use(
          createRouter({
            ...ingestion,
            auth,
            httpAuth,
            submitterAuth: new SubmitterAuth({
              httpAuth,
              uploadTokenCheck: ingestion.uploadTokenCheck,
              auditor: deps.auditor,
              logger,
            }),
            auditor: deps.auditor,
            facts: feed.router(),
          }),
        );
      },
    });
  },
});
