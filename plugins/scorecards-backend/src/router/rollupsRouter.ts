import { InputError } from '@backstage/errors';
import {
  DEFAULT_SCORECARD,
  ROLLUP_DIMENSIONS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { RouterOptions } from './createRouter';

const scorecardSchema = z.object({
  scorecard: z.string().max(128).default(DEFAULT_SCORECARD),
});

const portfolioSchema = scorecardSchema.extend({
  by: z.enum(ROLLUP_DIMENSIONS).default('platform'),
});

function parsed<T>(schema: z.ZodType<T>, request: Request): T {
  const query = schema.safeParse(request.query);
  if (!query.success) {
    throw new InputError(z.prettifyError(query.error));
  }
  return query.data;
}

function refOf({ params }: Request): string {
  return `${params.kind}:${params.namespace}/${params.name}`;
}

export function createRollupsRouter(options: RouterOptions): Router {
  const { httpAuth, levelChanges, rollups } = options;
  const router = PromiseRouter();
  const allow: ('user' | 'service')[] = ['user', 'service'];

  router.get('/', async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    const { by, scorecard } = parsed(portfolioSchema, request);
    response.json(await rollups.portfolio(credentials, by, scorecard));
  });

  router.get('/level-changes', async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    const { scorecard } = parsed(scorecardSchema, request);
    response.json(await levelChanges.list(credentials, scorecard));
  });

  router.get('/history', async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    const { scorecard } = parsed(scorecardSchema, request);
    response.json(await rollups.history(credentials, undefined, scorecard));
  });

  router.get('/:namespace/:kind/:name', async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    const { scorecard } = parsed(scorecardSchema, request);
    response.json(await rollups.rollup(credentials, refOf(request), scorecard));
  });

  router.get('/:namespace/:kind/:name/history', async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    const { scorecard } = parsed(scorecardSchema, request);
    response.json(
      await rollups.history(credentials, refOf(request), scorecard),
    );
  });

  return router;
}
