import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { OidcExchange } from '../service/OidcExchange';
import { OidcIssuersService } from '../service/OidcIssuersService';
import { parseBody, smallJson } from './jsonBody';
import { entityRefSchema } from './parameters';

const EXCHANGE = {
  token: z
    .string({ error: 'must be an ID token' })
    .max(16_384, 'must have at most 16384 characters'),
  entityRef: entityRefSchema,
};

/** `/oidc`: the exchange is open to all, because the ID token is what is checked. */
export function createOidcRouter(options: {
  oidcExchange: OidcExchange;
  oidcIssuers: OidcIssuersService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, httpAuth, oidcExchange, oidcIssuers } = options;
  const router = PromiseRouter();

  router.post('/oidc/exchange', smallJson, async (request, response) => {
    const body = parseBody(request, EXCHANGE);
    const { entityRef, expiresAt, token } = await audited(
      auditor,
      {
        // Without the request: the auditor asks Backstage who called, and the
        // caller may carry a token that Backstage does not know.
        eventId: 'oidc-exchange',
        severityLevel: 'medium',
        meta: { entityRef: body.entityRef },
      },
      () => oidcExchange.exchange(body),
      ({ pipeline, tokenId }) => ({ pipeline, tokenId }),
    );
    response.json({ token, entityRef, expiresAt });
  });

  router.get('/oidc/issuers', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await oidcIssuers.list(credentials));
  });

  return router;
}
