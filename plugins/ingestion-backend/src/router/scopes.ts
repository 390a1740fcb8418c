import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { LONGEST_RETIRE_REASON } from '@synchrony/backstage-plugin-ingestion-common';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { EntityScopes } from '../service/EntityScopes';
import { ScopeRetirement } from '../service/ScopeRetirement';
import { PAGE } from './findingsQuery';
import {
  booleanSchema,
  parseBody,
  parseEntityName,
  parseQuery,
} from './parameters';

const PATH = '/entities/:namespace/:kind/:name/scopes';

const REQUEST = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1, 'must say why it will not report again')
    .max(
      LONGEST_RETIRE_REASON,
      `must have at most ${LONGEST_RETIRE_REASON} characters`,
    )
    .regex(/^[^\p{Cc}]*$/u, 'must not contain control characters'),
});

function parseScopeId(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new NotFoundError('There is no such scan');
  }
  return Number(text);
}

/** `/entities/…/scopes`: which scans an entity has, and ending those that come no more. */
export function createScopesRouter(options: {
  entityScopes: EntityScopes;
  scopeRetirement: ScopeRetirement;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, entityScopes, httpAuth, scopeRetirement } = options;
  const router = PromiseRouter();

  router.get(PATH, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { kind, name, namespace } = request.params;
    const entityRef = parseEntityName(namespace, kind, name);
    const query = parseQuery(request, {
      retired: booleanSchema.optional(),
      ...PAGE,
    });
    response.json(await entityScopes.list(credentials, entityRef, query));
  });

  router.post(
    `${PATH}/:id/retire`,
    json({ limit: '16kb' }),
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const { id, kind, name, namespace } = request.params;
      const entityRef = parseEntityName(namespace, kind, name);
      const scopeId = parseScopeId(id);
      const { reason } = parseBody(request, REQUEST);
      response.json(
        await audited(
          auditor,
          {
            eventId: 'scope-retire',
            severityLevel: 'medium',
            request,
            meta: { entityRef, scopeId, reason },
          },
          () => scopeRetirement.retire(credentials, entityRef, scopeId, reason),
          ({ resolved }) => ({ resolved }),
        ),
      );
    },
  );

  return router;
}
