import { InputError } from '@backstage/errors';
import {
  DEFAULT_SCORECARD,
  ENTITY_SCORE_ORDERS,
  LEVELS,
  STAGE_SHARES,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { RouterOptions } from './createRouter';

/** A parameter that may be repeated, or hold several values with commas. */
function list<T extends z.ZodType<unknown, string>>(item: T) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform(value => [value].flat().flatMap(part => part.split(',')))
    .pipe(z.array(item).min(1).max(100))
    .optional();
}

const reference = z.string().max(510).transform(normalizeEntityRef);

const querySchema = z.object({
  scorecard: z.string().max(128).default(DEFAULT_SCORECARD),
  level: list(z.enum(LEVELS)),
  ownedBy: list(reference),
  system: reference.optional(),
  tier: list(z.string().max(64)),
  within: reference.optional(),
  target: z.enum(['met', 'missed']).optional(),
  stage: z.enum(STAGES).optional(),
  outcome: z.enum(STAGE_SHARES).optional(),
  q: z.string().max(255).optional(),
  orderBy: z.enum(ENTITY_SCORE_ORDERS).optional(),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
});

export function createEntitiesRouter(options: RouterOptions): Router {
  const { history, httpAuth, list: scoreList, progress, scorecards } = options;
  const router = PromiseRouter();

  router.get('/', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const query = querySchema.safeParse(request.query);
    if (!query.success) {
      throw new InputError(z.prettifyError(query.error));
    }
    response.json(await scoreList.list(credentials, query.data));
  });

  router.get('/:namespace/:kind/:name', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { kind, namespace, name } = request.params;
    response
      .type('application/json')
      .send(
        await scorecards.entityScorecards(
          credentials,
          `${kind}:${namespace}/${name}`,
        ),
      );
  });

  router.get('/:namespace/:kind/:name/history', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { kind, namespace, name } = request.params;
    response.json(
      await history.history(credentials, `${kind}:${namespace}/${name}`),
    );
  });

  router.get('/:namespace/:kind/:name/campaigns', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { kind, namespace, name } = request.params;
    response.json(
      await progress.ofEntity(credentials, `${kind}:${namespace}/${name}`),
    );
  });

  return router;
}
