import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { HealthService } from '../service/HealthService';

/** `/health`: how processing gets on. */
export function createHealthRouter(options: {
  healthService: HealthService;
  httpAuth: HttpAuthService;
}): Router {
  const { healthService, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/health/queue', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await healthService.getQueue(credentials));
  });

  return router;
}
