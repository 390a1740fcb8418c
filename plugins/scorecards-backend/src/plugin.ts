import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  auditReadPermission,
  campaignManagePermission,
  campaignReadPermission,
  definitionsManagePermission,
  evidenceReadPermission,
  factsWritePermission,
  exemptionDecidePermission,
  exemptionRequestPermission,
  scorecardReviewManagePermission,
  scorecardReviewReadPermission,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import { registerActions } from './actions/registerActions';
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
        actionsRegistry: actionsRegistryServiceRef,
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
        metrics: metricsServiceRef,
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
        const {
          agenda,
          campaignClock,
          campaigns,
          definitionFollower,
          details,
          decisions,
          openActions,
          entities,
          evidencePacks,
          exemptions,
          history,
          ledger,
          list,
          maturity,
          dryRuns,
          pushes,
          progress,
          notifier,
          reviews,
          levelChanges,
          entitySets,
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
          definitionsManagePermission,
          campaignReadPermission,
          campaignManagePermission,
          exemptionDecidePermission,
          auditReadPermission,
          scorecardReviewReadPermission,
          scorecardReviewManagePermission,
        ]);
        services.permissionsRegistry.addResourceType({
          resourceRef: scorecardsEntityAccess.resourceRef,
          permissions: [evidenceReadPermission, exemptionRequestPermission],
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
            dryRuns,
            details,
            levelChanges,
            rollups,
            entitySets,
            history,
            campaigns,
            progress,
            exemptions,
            ledger,
            evidencePacks,
            reviews,
            agenda,
            decisions,
            openActions,
          }),
        );
        registerActions({ actionsRegistry, scorecards, list, ledger });
        httpRouter.addAuthPolicy({
          path: '/openapi.json',
          allow: 'unauthenticated',
        });
        lifecycle.addStartupHook(() => worker.start());
        lifecycle.addStartupHook(() => definitionFollower.start());
        lifecycle.addStartupHook(() => snapshots.start());
        lifecycle.addStartupHook(() => campaignClock.start());
        lifecycle.addShutdownHook(() => worker.stop());
        lifecycle.addShutdownHook(() => definitionFollower.stop());
        lifecycle.addShutdownHook(() => snapshots.stop());
        lifecycle.addShutdownHook(() => campaignClock.stop());
        if (notifier) {
          lifecycle.addStartupHook(() => notifier.start());
          lifecycle.addShutdownHook(() => notifier.stop());
        }
      },
    });
  },
});
