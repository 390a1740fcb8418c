import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  COVERAGE_KINDS,
  COVERAGE_STATES,
  NO_PLATFORM,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { CoverageMapService } from '../service/CoverageMapService';
import {
  entityRefSchema,
  limitSchema,
  listSchema,
  parseQuery,
} from './parameters';

/** `/coverage`: which controls run on which platform. */
export function createCoverageRouter(options: {
  coverageMaps: CoverageMapService;
  httpAuth: HttpAuthService;
}): Router {
  const { coverageMaps, httpAuth } = options;
  const router = PromiseRouter();
  const callerOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/coverage/map', async (request, response) => {
    response.json(await coverageMaps.map(await callerOf(request)));
  });

  router.get('/coverage/entities', async (request, response) => {
    const credentials = await callerOf(request);
    const query = parseQuery(request, {
      control: z.enum(COVERAGE_KINDS, {
        error: `must be among ${COVERAGE_KINDS.join(', ')}`,
      }),
      platform: z.union([z.literal(NO_PLATFORM), entityRefSchema]).optional(),
      state: listSchema(COVERAGE_STATES).optional(),
      cursor: z.string().optional(),
      limit: limitSchema.optional(),
    });
    response.json(await coverageMaps.list(credentials, query));
  });

  return router;
}
