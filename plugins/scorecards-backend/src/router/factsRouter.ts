import { InputError } from '@backstage/errors';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { RouterOptions } from './createRouter';

const MAX_BODY = '5mb';

const querySchema = z.object({ entityRef: z.string().max(510).optional() });

export function createFactsRouter(options: RouterOptions): Router {
  const { auditor, httpAuth, pushes } = options;
  const router = PromiseRouter();

  router.put(
    '/:source',
    json({ limit: MAX_BODY }),
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { source } = request.params;
      const result = await audited(
        auditor,
        {
          eventId: 'facts-push',
          severityLevel: 'medium',
          request,
          meta: { source },
        },
        async () => {
          const query = querySchema.safeParse(request.query);
          if (!query.success) {
            throw new InputError(z.prettifyError(query.error));
          }
          return pushes.push(credentials, source, {
            ...query.data,
            body: request.body,
          });
        },
        ({ changed, older, received, unknownEntities }) => ({
          received,
          changed,
          older: older.length,
          unknownEntities: unknownEntities.length,
        }),
      );
      response.json(result);
    },
  );

  return router;
}
