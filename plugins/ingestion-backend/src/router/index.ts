import { FACT_FEED_PATH } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { openApi } from '../openapi';
import { createActivityRouter } from './activity';
import { createCoverageRouter } from './coverage';
import { createEntitiesRouter } from './entities';
import { createFindingActionsRouter } from './findingActions';
import { createFindingsRouter } from './findings';
import { createGateRouter } from './gate';
import { createOidcRouter } from './oidc';
import { createQuarantineRouter } from './quarantine';
import { createReportsRouter, ReportsRouterOptions } from './reports';
import { createUploadTokensRouter } from './uploadTokens';

export type RouterOptions = ReportsRouterOptions &
  Parameters<typeof createFindingsRouter>[0] &
  Parameters<typeof createFindingActionsRouter>[0] &
  Parameters<typeof createEntitiesRouter>[0] &
  Parameters<typeof createActivityRouter>[0] &
  Parameters<typeof createCoverageRouter>[0] &
  Parameters<typeof createGateRouter>[0] &
  Parameters<typeof createOidcRouter>[0] &
  Parameters<typeof createQuarantineRouter>[0] &
  Parameters<typeof createUploadTokensRouter>[0] & {
    /** The fact feed. */
    facts: Router;
  };

/** Everything under `/api/ingestion`. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.get('/openapi.json', (_, response) => {
    response.json(openApi);
  });
  router.use(createReportsRouter(options));
  router.use(createFindingsRouter(options));
  router.use(createFindingActionsRouter(options));
  router.use(createEntitiesRouter(options));
  router.use(createActivityRouter(options));
  router.use(createCoverageRouter(options));
  router.use(createGateRouter(options));
  router.use(createQuarantineRouter(options));
  router.use(createUploadTokensRouter(options));
  router.use(createOidcRouter(options));
  router.use(FACT_FEED_PATH, options.facts);
  return router;
}
