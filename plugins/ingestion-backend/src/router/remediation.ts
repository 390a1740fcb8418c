import { HttpAuthService } from '@backstage/backend-plugin-api';
import { MOST_REMEDIATION_ENTITIES } from '@synchrony/backstage-plugin-ingestion-common';
import { json, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { RemediationService } from '../service/RemediationService';
import { entityRefSchema, parseBody } from './parameters';

/** As many of the longest refs as a request may name. */
const MOST_BYTES = '6mb';

const requestSchema = z.strictObject({
  entityRefs: z
    .array(entityRefSchema)
    .max(
      MOST_REMEDIATION_ENTITIES,
      `must name at most ${MOST_REMEDIATION_ENTITIES} entities`,
    ),
  from: z.iso.date('must be a day such as 2026-11-26'),
  to: z.iso.date('must be a day such as 2026-11-26'),
});

/** `/remediation`: how findings of many entities were mended. */
export function createRemediationRouter(options: {
  remediation: RemediationService;
  httpAuth: HttpAuthService;
}): Router {
  const { httpAuth, remediation } = options;
  const router = PromiseRouter();

  router.post(
    '/remediation',
    json({ limit: MOST_BYTES }),
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const body = parseBody(request, requestSchema);
      response.json(await remediation.get(credentials, body));
    },
  );

  return router;
}
