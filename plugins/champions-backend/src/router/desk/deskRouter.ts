import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { DeskService } from '../../service/desk/DeskService';

/** `/desk`: for people only. */
export function createDeskRouter(options: {
  desk: DeskService;
  httpAuth: HttpAuthService;
}): Router {
  const { desk, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/desk', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    response.json(await desk.get(credentials));
  });

  return router;
}
