import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ActivityService } from '../service/ActivityService';

/** `/activity`: what arrived in the last 24 hours. */
export function createActivityRouter(options: {
  activity: ActivityService;
  httpAuth: HttpAuthService;
}): Router {
  const { activity, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/activity', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await activity.get(credentials));
  });

  return router;
}
