import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  CONTROL_TYPES,
  FINDING_ORDERS,
  FINDING_STATUSES,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { FindingsService } from '../service/FindingsService';
import {
  booleanSchema,
  entityRefSchema,
  limitSchema,
  listSchema,
  nameSchema,
  parseId,
  parseQuery,
} from './parameters';

const STATUSES = [...FINDING_STATUSES, 'all'] as const;

const QUERY = {
  entityRef: entityRefSchema.optional(),
  ownedBy: entityRefSchema.optional(),
  ref: nameSchema.optional(),
  status: z
    .enum(STATUSES, { error: `must be among ${STATUSES.join(', ')}` })
    .optional(),
  severity: listSchema(SEVERITIES).optional(),
  type: listSchema(CONTROL_TYPES).optional(),
  tool: nameSchema.optional(),
  overdue: booleanSchema.optional(),
  kev: z
    .literal('true', { error: 'must be true, or absent' })
    .transform(() => true as const)
    .optional(),
  epssAtLeast: z
    .string()
    .regex(/^(0|1|[01]?\.\d+)$/, 'must be a number from 0 to 1')
    .transform(Number)
    .pipe(z.number().max(1, 'must be a number from 0 to 1'))
    .optional(),
  q: nameSchema.optional(),
  orderBy: z
    .enum(FINDING_ORDERS, {
      error: `must be among ${FINDING_ORDERS.join(', ')}`,
    })
    .optional(),
  cursor: z.string().optional(),
  limit: limitSchema.optional(),
};

/** `/findings`: lists of findings, and one finding with all about it. */
export function createFindingsRouter(options: {
  findings: FindingsService;
  httpAuth: HttpAuthService;
}): Router {
  const { findings, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/findings', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const query = parseQuery(request, QUERY);
    response.json(await findings.list(credentials, query));
  });

  router.get('/findings/:id', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(
      await findings.get(credentials, parseId(request.params.id, 'finding')),
    );
  });

  return router;
}
