import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { openApiDocument } from '../openapi';
import { DryRunService } from '../service/DryRunService';
import { FactPushService } from '../service/FactPushService';
import { CampaignProgressService } from '../service/campaigns/CampaignProgressService';
import { CampaignsService } from '../service/campaigns/CampaignsService';
import { ExemptionsService } from '../service/campaigns/ExemptionsService';
import { HistoryService } from '../service/HistoryService';
import { MaturityService } from '../service/MaturityService';
import { LedgerService } from '../service/LedgerService';
import { AgendaService } from '../service/reviews/AgendaService';
import { DecisionsService } from '../service/reviews/DecisionsService';
import { ReviewsService } from '../service/reviews/ReviewsService';
import { RollupService } from '../service/RollupService';
import { ScoreListService } from '../service/ScoreListService';
import { ScorecardsService } from '../service/ScorecardsService';
import { createCampaignsRouter } from './campaigns/campaignsRouter';
import { createDryRunRouter } from './dryRunRouter';
import { createEntitiesRouter } from './entitiesRouter';
import { createFactsRouter } from './factsRouter';
import { createMaturityRouter } from './maturityRouter';
import { createLedgerRouter } from './ledgerRouter';
import { createReviewsRouter } from './reviews/reviewsRouter';
import { createRollupsRouter } from './rollupsRouter';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  scorecards: ScorecardsService;
  list: ScoreListService;
  rollups: RollupService;
  history: HistoryService;
  maturity: MaturityService;
  dryRuns: DryRunService;
  pushes: FactPushService;
  auditor: AuditorService;
  campaigns: CampaignsService;
  progress: CampaignProgressService;
  exemptions: ExemptionsService;
  ledger: LedgerService;
  reviews: ReviewsService;
  agenda: AgendaService;
  decisions: DecisionsService;
}

export function createRouter(options: RouterOptions): Router {
  const { httpAuth, scorecards } = options;
  const router = PromiseRouter();
  router.get('/openapi.json', async (_, response) => {
    response.json(openApiDocument);
  });
  router.get('/definitions', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await scorecards.describeDefinitions(credentials));
  });
  router.use('/definitions', createDryRunRouter(options));
  router.use('/entities', createEntitiesRouter(options));
  router.use('/facts', createFactsRouter(options));
  router.use('/entities', createLedgerRouter(options));
  router.use('/rollups', createRollupsRouter(options));
  router.use('/maturity', createMaturityRouter(options));
  router.use('/campaigns', createCampaignsRouter(options));
  router.use('/reviews', createReviewsRouter(options));
  return router;
}
