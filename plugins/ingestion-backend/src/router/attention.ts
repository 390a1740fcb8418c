import { HttpAuthService } from '@backstage/backend-plugin-api';
import { MOST_ENTITIES_PER_ATTENTION } from '@synchrony/backstage-plugin-ingestion-common';
import { json, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { AttentionService } from '../service/AttentionService';
import { entityRefSchema, parseBody } from './parameters';

/** As many of the longest refs as a request may name. */
const bodyOfRefs = json({ limit: '1mb' });

const entityRefs = z
  .array(entityRefSchema)
  .min(1, 'must not be empty')
  .max(
    MOST_ENTITIES_PER_ATTENTION,
    `must name at most ${MOST_ENTITIES_PER_ATTENTION} entities`,
  );

const attentionSchema = z.strictObject({
  entityRefs,
  dueWithinDays: z.number().int().min(0).max(90).default(7),
});

const daySchema = z.iso.date({ error: 'must be a day such as 2026-11-30' });

const figuresSchema = z.strictObject({
  entityRefs,
  from: daySchema,
  to: daySchema,
});

/** `/attention` and `/figures`: many entities in one question. */
export function createAttentionRouter(options: {
  attention: AttentionService;
  httpAuth: HttpAuthService;
}): Router {
  const { attention, httpAuth } = options;
  const router = PromiseRouter();

  router.post('/attention', bodyOfRefs, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const body = parseBody(request, attentionSchema);
    response.json(await attention.attention(credentials, body));
  });

  router.post('/attention/entities', bodyOfRefs, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const body = parseBody(request, attentionSchema);
    response.json(await attention.byEntity(credentials, body));
  });

  router.post('/figures/entities', bodyOfRefs, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const body = parseBody(request, z.strictObject({ entityRefs }));
    response.json(await attention.openFindings(credentials, body.entityRefs));
  });

  router.post('/figures', bodyOfRefs, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const body = parseBody(request, figuresSchema);
    response.json(await attention.figures(credentials, body));
  });

  return router;
}
