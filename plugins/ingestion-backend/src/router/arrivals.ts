import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { ArrivalsService } from '../service/ArrivalsService';
import { parseQuery } from './parameters';

const querySchema = {
  after: z
    .string()
    .regex(/^\d{1,15}$/, 'must be the cursor of an answer before')
    .optional(),
};

/** `/arrivals`: only for plugins, which know whom they may tell what. */
export function createArrivalsRouter(options: {
  arrivals: ArrivalsService;
  httpAuth: HttpAuthService;
}): Router {
  const { arrivals, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/arrivals', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['service'],
    });
    const { after } = parseQuery(request, querySchema);
    response.json(await arrivals.list(credentials, after));
  });

  return router;
}
