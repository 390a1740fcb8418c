import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseEntityName } from './parameters';
import { SummaryService } from '../service/SummaryService';

/** `/entities`: what is known of one entity in sum. */
export function createEntitiesRouter(options: {
  summaries: SummaryService;
  httpAuth: HttpAuthService;
}): Router {
  const { httpAuth, summaries } = options;
  const router = PromiseRouter();

  router.get(
    '/entities/:namespace/:kind/:name/summary',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { kind, name, namespace } = request.params;
      const entityRef = parseEntityName(namespace, kind, name);
      response.json(await summaries.get(credentials, entityRef));
    },
  );

  return router;
}
