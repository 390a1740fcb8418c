import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { openApiDocument } from '../openapi';
import { DefinitionDetailsService } from '../service/DefinitionDetailsService';
import { DryRunService } from '../service/DryRunService';
import { EvidencePackService } from '../service/EvidencePackService';
import { FactPushService } from '../service/FactPushService';
import { CampaignProgressService } from '../service/campaigns/CampaignProgressService';
import { CampaignsService } from '../service/campaigns/CampaignsService';
import { ExemptionsService } from '../service/campaigns/ExemptionsService';
import { EntitySetsService } from '../service/EntitySetsService';
import { HistoryService } from '../service/HistoryService';
import { MaturityService } from '../service/MaturityService';
import { LedgerService } from '../service/LedgerService';
import { AgendaService } from '../service/reviews/AgendaService';
import { DecisionsService } from '../service/reviews/DecisionsService';
import { OpenActionsService } from '../service/reviews/OpenActionsService';
import { ReviewsService } from '../service/reviews/ReviewsService';
import { LevelChangesService } from '../service/LevelChangesService';
import { RollupService } from '../service/RollupService';
import { ScoreListService } from '../service/ScoreListService';
import { ScorecardsService } from '../service/ScorecardsService';
import { createCampaignsRouter } from './campaigns/campaignsRouter';
import { createDefinitionsRouter } from './definitionsRouter';
import { createDryRunRouter } from './dryRunRouter';
import { createEntitySetsRouter } from './entitySetsRouter';
import { createEntitiesRouter } from './entitiesRouter';
import { createEvidenceRouter } from './evidenceRouter';
import { createFactsRouter } from './factsRouter';
import { createMaturityRouter } from './maturityRouter';
import { createLedgerRouter } from './ledgerRouter';
import { createOpenActionsRouter } from './reviews/openActionsRouter';
import { createReviewsRouter } from './reviews/reviewsRouter';
import { createRollupsRouter } from './rollupsRouter';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  scorecards: ScorecardsService;
  list: ScoreListService;
  levelChanges: LevelChangesService;
  rollups: RollupService;
  entitySets: EntitySetsService;
  history: HistoryService;
  maturity: MaturityService;
  dryRuns: DryRunService;
  details: DefinitionDetailsService;
  pushes: FactPushService;
  auditor: AuditorService;
  campaigns: CampaignsService;
  progress: CampaignProgressService;
  exemptions: ExemptionsService;
  ledger: LedgerService;
  evidencePacks: EvidencePackService;
  reviews: ReviewsService;
  agenda: AgendaService;
  decisions: DecisionsService;
  openActions: OpenActionsService;
}

export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.get('/openapi.json', async (_, response) => {
    response.json(openApiDocument);
  });
  router.use('/definitions', createDefinitionsRouter(options));
  router.use('/definitions', createDryRunRouter(options));
  router.use(createEntitySetsRouter(options));
  router.use('/entities', createEntitiesRouter(options));
  router.use('/evidence', createEvidenceRouter(options));
  router.use('/facts', createFactsRouter(options));
  router.use('/entities', createLedgerRouter(options));
  router.use('/rollups', createRollupsRouter(options));
  router.use('/maturity', createMaturityRouter(options));
  router.use('/campaigns', createCampaignsRouter(options));
  router.use('/reviews', createOpenActionsRouter(options));
  router.use('/reviews', createReviewsRouter(options));
  return router;
}
