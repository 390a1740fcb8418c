import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { TrendService } from '../service/TrendService';
import { parseEntityName } from './parameters';

/** `/entities/…/trend`: what was open at an entity day by day. */
export function createTrendRouter(options: {
  trends: TrendService;
  httpAuth: HttpAuthService;
}): Router {
  const { httpAuth, trends } = options;
  const router = PromiseRouter();

  router.get(
    '/entities/:namespace/:kind/:name/trend',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { kind, name, namespace } = request.params;
      const entityRef = parseEntityName(namespace, kind, name);
      response.json(await trends.get(credentials, entityRef));
    },
  );

  return router;
}
