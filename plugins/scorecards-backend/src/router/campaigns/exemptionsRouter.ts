import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { exemptionActionBody, exemptionBody, pageQuery } from './bodies';
import type { CampaignsRouterOptions } from './campaignsRouter';
import { parsed } from './parsed';

export function createExemptionsRouter(
  options: CampaignsRouterOptions,
): Router {
  const { auditor, exemptions, httpAuth } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/:id/exemptions', async (request, response) => {
    const query = parsed(pageQuery, request.query);
    response.json(
      await exemptions.list(await caller(request), request.params.id, query),
    );
  });

  router.post('/:id/exemptions', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const asked = parsed(exemptionBody, request.body);
    const exemption = await audited(
      auditor,
      {
        eventId: 'exemption-request',
        severityLevel: 'medium',
        request,
        meta: { id, entityRef: asked.entityRef },
      },
      () => exemptions.request(credentials, id, asked),
    );
    response.status(201).json(exemption);
  });

  router.post(
    '/:id/exemptions/:exemptionId/actions',
    async (request, response) => {
      const credentials = await caller(request);
      const { exemptionId, id } = request.params;
      const deed = parsed(exemptionActionBody, request.body);
      response.json(
        await audited(
          auditor,
          {
            eventId: 'exemption-action',
            severityLevel: 'medium',
            request,
            meta: { id, exemptionId, action: deed.action },
          },
          () => exemptions.act(credentials, id, exemptionId, deed),
        ),
      );
    },
  );

  return router;
}
