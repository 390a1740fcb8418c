import { HttpAuthService } from '@backstage/backend-plugin-api';
import { MOST_FLOW_DAYS } from '@synchrony/backstage-plugin-ingestion-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { FlowService } from '../service/FlowService';
import { parseEntityName, parseQuery } from './parameters';

const flowQuery = {
  days: z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(1, 'must be at least 1')
    .max(MOST_FLOW_DAYS, `must be at most ${MOST_FLOW_DAYS}`)
    .default(90),
};

/** `/entities/…/flow`: how findings of an entity come and go. */
export function createFlowRouter(options: {
  flows: FlowService;
  httpAuth: HttpAuthService;
}): Router {
  const { flows, httpAuth } = options;
  const router = PromiseRouter();

  router.get(
    '/entities/:namespace/:kind/:name/flow',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { kind, name, namespace } = request.params;
      const { days } = parseQuery(request, flowQuery);
      const entityRef = parseEntityName(namespace, kind, name);
      response.json(await flows.get(credentials, entityRef, days));
    },
  );

  return router;
}
