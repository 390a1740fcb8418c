import { FACT_FEED_PATH } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { openApi } from '../openapi';
import { createActivityRouter } from './activity';
import { createArrivalsRouter } from './arrivals';
import { createAttentionRouter } from './attention';
import { createCoverageRouter } from './coverage';
import { createDeliveriesRouter, DeliveriesRouterOptions } from './deliveries';
import { createEntitiesRouter } from './entities';
import { createEvidenceRecordsRouter } from './evidenceRecords';
import { createFindingActionsRouter } from './findingActions';
import { createFindingsRouter } from './findings';
import { createFlowRouter } from './flow';
import { createGateRouter } from './gate';
import { createHealthRouter } from './health';
import { createInventoryRouter } from './inventory';
import { createInventoryExportsRouter } from './inventoryExports';
import { createOidcRouter } from './oidc';
import { createQuarantineRouter } from './quarantine';
import { createRemediationRouter } from './remediation';
import { createReportListsRouter } from './reportLists';
import { createReportsRouter, ReportsRouterOptions } from './reports';
import { createScopesRouter } from './scopes';
import { createThreatIntelligenceRouter } from './threatIntelligence';
import { createTrendRouter } from './trend';
import { createUploadTokensRouter } from './uploadTokens';
import { createWaiversRouter } from './waivers';
import { createWebhooksRouter } from './webhooks';

export type RouterOptions = ReportsRouterOptions &
  Parameters<typeof createReportListsRouter>[0] &
  Parameters<typeof createFindingsRouter>[0] &
  Parameters<typeof createFindingActionsRouter>[0] &
  Parameters<typeof createEntitiesRouter>[0] &
  Parameters<typeof createEvidenceRecordsRouter>[0] &
  Parameters<typeof createFlowRouter>[0] &
  Parameters<typeof createRemediationRouter>[0] &
  Parameters<typeof createTrendRouter>[0] &
  Parameters<typeof createActivityRouter>[0] &
  Parameters<typeof createArrivalsRouter>[0] &
  Parameters<typeof createAttentionRouter>[0] &
  Parameters<typeof createCoverageRouter>[0] &
  Parameters<typeof createGateRouter>[0] &
  Parameters<typeof createHealthRouter>[0] &
  Parameters<typeof createInventoryRouter>[0] &
  Parameters<typeof createInventoryExportsRouter>[0] &
  Parameters<typeof createOidcRouter>[0] &
  DeliveriesRouterOptions &
  Parameters<typeof createQuarantineRouter>[0] &
  Parameters<typeof createScopesRouter>[0] &
  Parameters<typeof createThreatIntelligenceRouter>[0] &
  Parameters<typeof createUploadTokensRouter>[0] &
  Parameters<typeof createWebhooksRouter>[0] &
  Parameters<typeof createWaiversRouter>[0] & {
    /** The fact feed. */
    facts: Router;
  };

/** Everything under `/api/ingestion`. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.get('/openapi.json', (_, response) => {
    response.json(openApi);
  });
  router.use(createReportListsRouter(options));
  router.use(createReportsRouter(options));
  router.use(createFindingsRouter(options));
  router.use(createFindingActionsRouter(options));
  router.use(createEntitiesRouter(options));
  router.use(createScopesRouter(options));
  router.use(createFlowRouter(options));
  router.use(createRemediationRouter(options));
  router.use(createTrendRouter(options));
  router.use(createActivityRouter(options));
  router.use(createArrivalsRouter(options));
  router.use(createAttentionRouter(options));
  router.use(createCoverageRouter(options));
  router.use(createGateRouter(options));
  router.use(createHealthRouter(options));
  router.use(createInventoryRouter(options));
  router.use(createInventoryExportsRouter(options));
  router.use(createThreatIntelligenceRouter(options));
  router.use(createQuarantineRouter(options));
  router.use(createUploadTokensRouter(options));
  router.use(createWaiversRouter(options));
  router.use(createEvidenceRecordsRouter(options));
  router.use(createOidcRouter(options));
  router.use(createDeliveriesRouter(options));
  router.use(createWebhooksRouter(options));
  router.use(FACT_FEED_PATH, options.facts);
  return router;
}
