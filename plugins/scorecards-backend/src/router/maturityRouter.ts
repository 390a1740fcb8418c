import { InputError } from '@backstage/errors';
import { DEFAULT_SCORECARD } from '@synchrony/backstage-plugin-scorecards-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { RouterOptions } from './createRouter';

const querySchema = z.object({
  scorecard: z.string().max(128).default(DEFAULT_SCORECARD),
  within: z.string().max(510).optional(),
});

const entitiesSchema = querySchema.extend({
  supported: z
    .enum(['true', 'false'])
    .transform(value => value === 'true')
    .optional(),
  cursor: z.string().max(510).optional(),
});

export function createMaturityRouter(options: RouterOptions): Router {
  const { httpAuth, maturity } = options;
  const router = PromiseRouter();
  const allow: ('user' | 'service')[] = ['user', 'service'];

  router.get('/', async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    response.json({ models: await maturity.models(credentials) });
  });

  router.get('/:model', async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    const query = querySchema.safeParse(request.query);
    if (!query.success) {
      throw new InputError(z.prettifyError(query.error));
    }
    response.json(
      await maturity.report(credentials, request.params.model, query.data),
    );
  });

  router.get('/:model/:activity/entities', async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    const query = entitiesSchema.safeParse(request.query);
    if (!query.success) {
      throw new InputError(z.prettifyError(query.error));
    }
    const { activity, model } = request.params;
    response.json(
      await maturity.entities(credentials, { model, activity, ...query.data }),
    );
  });

  return router;
}
