import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { EntityRebinding } from '../service/EntityRebinding';
import { QuarantineDesk } from '../service/QuarantineDesk';
import { parseBody, smallJson } from './jsonBody';
import { entityRefSchema, limitSchema, parseQuery } from './parameters';

const REBIND = { from: entityRefSchema, to: entityRefSchema };

const DISCARD = {
  entityRef: entityRefSchema,
  reason: z
    .string({ error: 'must be a text' })
    .trim()
    .min(1, 'must not be empty')
    .max(1000, 'must have at most 1000 characters'),
};

/** `/quarantine`: reports and evidence of entities that the catalog lacks. */
export function createQuarantineRouter(options: {
  quarantineDesk: QuarantineDesk;
  rebinding: EntityRebinding;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, httpAuth, quarantineDesk, rebinding } = options;
  const router = PromiseRouter();

  router.get('/quarantine', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const query = parseQuery(request, {
      cursor: z.string().optional(),
      limit: limitSchema.optional(),
    });
    response.json(await quarantineDesk.list(credentials, query));
  });

  router.post('/quarantine/rebind', smallJson, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const body = parseBody(request, REBIND);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'quarantine-rebind',
          severityLevel: 'high',
          request,
          meta: body,
        },
        () => rebinding.rebind(credentials, body),
        ({ findings, reports, scopes }) => ({ findings, reports, scopes }),
      ),
    );
  });

  router.post('/quarantine/discard', smallJson, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const body = parseBody(request, DISCARD);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'quarantine-discard',
          severityLevel: 'medium',
          request,
          meta: body,
        },
        () => quarantineDesk.discard(credentials, body),
        ({ reports }) => ({ reports }),
      ),
    );
  });

  return router;
}
