import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { EffectService } from '../service/EffectService';

/** `/programme/effect` */
export function addEffectRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; effect: EffectService },
): void {
  const { effect, httpAuth } = options;
  router.get('/programme/effect', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await effect.get(credentials));
  });
}
