import { HttpAuthService } from '@backstage/backend-plugin-api';
import { MAX_OPEN_ACTION_ENTITIES } from '@synchrony/backstage-plugin-scorecards-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { OpenActionsService } from '../../service/reviews/OpenActionsService';
import { parsed } from '../campaigns/parsed';

const openActionsBody = z.strictObject({
  entityRefs: z
    .array(
      z
        .string()
        .max(510)
        .regex(/^[^:\s]+:[^/\s]+\/[^/\s]+$/, 'Write it as kind:namespace/name')
        .overwrite(normalizeEntityRef),
    )
    .min(1)
    .max(MAX_OPEN_ACTION_ENTITIES),
});

/** `/reviews/open-actions`, whose body is larger than that of the others. */
export function createOpenActionsRouter(options: {
  httpAuth: HttpAuthService;
  openActions: OpenActionsService;
}): Router {
  const { httpAuth, openActions } = options;
  const router = PromiseRouter();

  router.post(
    '/open-actions',
    json({ limit: '1mb' }),
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { entityRefs } = parsed(openActionsBody, request.body);
      response.json(await openActions.find(credentials, entityRefs));
    },
  );

  return router;
}
