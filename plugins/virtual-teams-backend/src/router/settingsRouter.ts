import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { SettingsService } from '../service/SettingsService';

/** `/settings` */
export function createSettingsRouter(options: {
  httpAuth: HttpAuthService;
  service: SettingsService;
}): Router {
  const { httpAuth, service } = options;
  const router = PromiseRouter();

  router.get('/settings', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await service.get(credentials));
  });

  return router;
}
