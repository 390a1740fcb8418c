import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { MOST_UPLOAD_TOKEN_DAYS } from '@synchrony/backstage-plugin-ingestion-common';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { UploadTokens } from '../service/UploadTokens';
import { parseBody, smallJson } from './jsonBody';
import {
  entityRefSchema,
  limitSchema,
  nameSchema,
  parseId,
  parseQuery,
} from './parameters';

const MOST_ENTITIES = 100;

const MINT = {
  name: nameSchema,
  entityRefs: z
    .array(entityRefSchema, { error: 'must be a list of entity refs' })
    .min(1, 'must name at least one entity')
    .max(MOST_ENTITIES, `must name at most ${MOST_ENTITIES} entities`),
  expiresInDays: z
    .number({ error: 'must be a number of days' })
    .int('must be a whole number of days')
    .min(1, 'must be at least 1')
    .max(MOST_UPLOAD_TOKEN_DAYS, `must be at most ${MOST_UPLOAD_TOKEN_DAYS}`)
    .optional(),
};

/** `/upload-tokens`: only people manage them, a token makes no tokens. */
export function createUploadTokensRouter(options: {
  uploadTokens: UploadTokens;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, httpAuth, uploadTokens } = options;
  const router = PromiseRouter();
  const userOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user'] });

  router.post('/upload-tokens', smallJson, async (request, response) => {
    const credentials = await userOf(request);
    const body = parseBody(request, MINT);
    const minted = await audited(
      auditor,
      {
        eventId: 'upload-token-mint',
        severityLevel: 'medium',
        request,
        meta: { name: body.name, entityRefs: body.entityRefs },
      },
      () => uploadTokens.mint(credentials, body),
      ({ id }) => ({ tokenId: id }),
    );
    response.status(201).json(minted);
  });

  router.get('/upload-tokens', async (request, response) => {
    const credentials = await userOf(request);
    const query = parseQuery(request, {
      entityRef: entityRefSchema.optional(),
      cursor: z.string().optional(),
      limit: limitSchema.optional(),
    });
    response.json(await uploadTokens.list(credentials, query));
  });

  router.post('/upload-tokens/:id/rotate', async (request, response) => {
    const credentials = await userOf(request);
    const tokenId = parseId(request.params.id, 'upload token');
    const minted = await audited(
      auditor,
      {
        eventId: 'upload-token-rotate',
        severityLevel: 'medium',
        request,
        meta: { tokenId },
      },
      () => uploadTokens.rotate(credentials, tokenId),
      ({ id }) => ({ replacedBy: id }),
    );
    response.status(201).json(minted);
  });

  router.delete('/upload-tokens/:id', async (request, response) => {
    const credentials = await userOf(request);
    const tokenId = parseId(request.params.id, 'upload token');
    await audited(
      auditor,
      {
        eventId: 'upload-token-revoke',
        severityLevel: 'medium',
        request,
        meta: { tokenId },
      },
      () => uploadTokens.revoke(credentials, tokenId),
    );
    response.status(204).end();
  });

  return router;
}
