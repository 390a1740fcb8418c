import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CHAMPION_ROLES } from '@synchrony/backstage-plugin-champions-common';
import {
  audited,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { json, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { ImportService } from '../service/ImportService';

export interface ImportRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  imports: ImportService;
}

const reference = z
  .string()
  .max(510)
  .regex(/^[^:\s]+:[^/\s]+\/[^/\s]+$/, 'Write it as kind:namespace/name')
  .transform(normalizeEntityRef);
const time = z.iso.datetime({ offset: true });

const importBody = z.strictObject({
  items: z
    .array(
      z.strictObject({
        userRef: reference.refine(
          ref => ref.startsWith('user:'),
          'Has to be a user',
        ),
        scopeRef: reference,
        role: z.enum(CHAMPION_ROLES),
        specialisms: z.array(z.string().min(1).max(64)).max(20).optional(),
        capacityPct: z.number().int().min(1).max(100),
        nominatedAt: time.optional(),
        acceptedAt: time,
        consentRecord: z.string().trim().min(10).max(2000),
        startedAt: time.optional(),
        confirmedAt: time.optional(),
      }),
    )
    .min(1)
    .max(500),
});

export function createImportRouter(options: ImportRouterOptions): Router {
  const { auditor, httpAuth, imports } = options;
  const router = PromiseRouter();
  router.post('/', json({ limit: '2mb' }), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const body = importBody.safeParse(request.body);
    if (!body.success) {
      throw new InputError(z.prettifyError(body.error));
    }
    const { items } = body.data;
    const result = await audited(
      auditor,
      {
        eventId: 'assignments-import',
        severityLevel: 'high',
        request,
        meta: {
          items: items.map(
            ({ acceptedAt, consentRecord, role, scopeRef, userRef }) => ({
              userRef,
              scopeRef,
              role,
              acceptedAt,
              consentRecord,
            }),
          ),
        },
      },
      () => imports.import(credentials, { items }),
      ({ existing, imported }) => ({ existing, imported }),
    );
    response.json(result);
  });
  return router;
}
