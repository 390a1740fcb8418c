import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { RouterOptions } from './createRouter';

export function createDefinitionsRouter(options: RouterOptions): Router {
  const { details, httpAuth, scorecards } = options;
  const router = PromiseRouter();

  router.get('/', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await scorecards.describeDefinitions(credentials));
  });

  router.get('/details', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await details.read(credentials));
  });

  return router;
}
