import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { HealthService } from '../service/HealthService';
import { QueueHistoryService } from '../service/QueueHistoryService';

/** `/health`: how processing gets on. */
export function createHealthRouter(options: {
  healthService: HealthService;
  queueHistory: QueueHistoryService;
  httpAuth: HttpAuthService;
}): Router {
  const { healthService, httpAuth, queueHistory } = options;
  const router = PromiseRouter();

  router.get('/health/queue', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await healthService.getQueue(credentials));
  });

  router.get('/health/queue/history', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await queueHistory.get(credentials));
  });

  return router;
}
