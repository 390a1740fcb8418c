import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { openApiDocument } from '../openapi';
import { HistoryService } from '../service/HistoryService';
import { LedgerService } from '../service/LedgerService';
import { RollupService } from '../service/RollupService';
import { ScoreListService } from '../service/ScoreListService';
import { ScorecardsService } from '../service/ScorecardsService';
import { createEntitiesRouter } from './entitiesRouter';
import { createLedgerRouter } from './ledgerRouter';
import { createRollupsRouter } from './rollupsRouter';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  scorecards: ScorecardsService;
  list: ScoreListService;
  rollups: RollupService;
  history: HistoryService;
  ledger: LedgerService;
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
  router.use('/entities', createEntitiesRouter(options));
  router.use('/entities', createLedgerRouter(options));
  router.use('/rollups', createRollupsRouter(options));
  return router;
}
