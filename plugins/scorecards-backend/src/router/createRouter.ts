import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { openApiDocument } from '../openapi';
import { ScoreListService } from '../service/ScoreListService';
import { ScorecardsService } from '../service/ScorecardsService';
import { createEntitiesRouter } from './entitiesRouter';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  scorecards: ScorecardsService;
  list: ScoreListService;
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
  return router;
}
