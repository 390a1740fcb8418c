import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  audited,
  normalizeEntityRef,
  parsed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { VolunteersService } from '../../service/volunteers/VolunteersService';

export interface VolunteersRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  volunteers: VolunteersService;
}

function once<T>(values: T[]): T[] {
  return [...new Set(values)];
}

const offerBody = z.strictObject({
  specialisms: z.array(z.string().min(1).max(64)).max(50).transform(once),
  capacityPct: z.number().int().min(1).max(100),
  scopeRefs: z
    .array(
      z
        .string()
        .max(255)
        .regex(
          /^(group|system|domain|component):[^/\s:]+\/[^/\s:]+$/i,
          'Write a group, system, domain or component as kind:namespace/name',
        )
        .transform(normalizeEntityRef),
    )
    .max(20)
    .transform(once),
  willing: z
    .array(z.enum(['champion', 'deputy', 'mentor']))
    .min(1)
    .transform(once),
  visibility: z.enum(['captains', 'leads']),
  note: z.string().trim().max(500).optional(),
});

export function createVolunteersRouter(
  options: VolunteersRouterOptions,
): Router {
  const { auditor, httpAuth, volunteers } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.put('/me', json({ limit: '100kb' }), async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(offerBody, request.body);
    response.json(
      await audited(
        auditor,
        { eventId: 'volunteer-offer', severityLevel: 'low', request },
        () => volunteers.offer(credentials, input),
      ),
    );
  });

  router.delete('/me', async (request, response) => {
    const credentials = await caller(request);
    await audited(
      auditor,
      { eventId: 'volunteer-stop', severityLevel: 'low', request },
      () => volunteers.stop(credentials),
    );
    response.status(204).end();
  });

  return router;
}
