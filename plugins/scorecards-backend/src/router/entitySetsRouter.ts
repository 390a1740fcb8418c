import {
  DEFAULT_SCORECARD,
  MOST_ENTITIES_OF_A_SET,
  MOST_FAILURES_OF_A_PAGE,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  entityRefSchema,
  parsed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { RouterOptions } from './createRouter';

const set = {
  entityRefs: z.array(entityRefSchema).max(MOST_ENTITIES_OF_A_SET),
  scorecard: z.string().max(128).default(DEFAULT_SCORECARD),
};
const queryBody = z.strictObject(set);
const trendsBody = z.strictObject({ ...set, since: z.iso.datetime() });
const gapsQuery = z.strictObject({
  scorecard: z.string().max(128).default(DEFAULT_SCORECARD),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_FAILURES_OF_A_PAGE)
    .default(MOST_FAILURES_OF_A_PAGE),
});

/** Questions about sets of entities. */
export function createEntitySetsRouter({
  entitySets,
  httpAuth,
  list,
}: RouterOptions): Router {
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  router.use(['/entities/query', '/entities/trends'], json({ limit: '200kb' }));

  router.post('/entities/query', async (request, response) => {
    const query = parsed(queryBody, request.body);
    response.json(
      await list.list(await caller(request), {
        ...query,
        orderBy: 'name',
        limit: MOST_ENTITIES_OF_A_SET,
      }),
    );
  });

  router.post('/entities/trends', async (request, response) => {
    const query = parsed(trendsBody, request.body);
    response.json(await entitySets.trends(await caller(request), query));
  });

  router.get('/checks/gaps', async (request, response) => {
    const query = parsed(gapsQuery, request.query);
    response.json(await entitySets.gaps(await caller(request), query));
  });

  return router;
}
