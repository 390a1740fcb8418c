import { HttpAuthService } from '@backstage/backend-plugin-api';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import { LendingService } from '../service/LendingService';

/** `/groups/{namespace}/{name}/lending` */
export function addLendingRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; lending: LendingService },
): void {
  const { httpAuth, lending } = options;
  router.get('/groups/:namespace/:name/lending', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { name, namespace } = request.params;
    response.json(
      await lending.get(
        credentials,
        normalizeEntityRef(`group:${namespace}/${name}`),
      ),
    );
  });
}
