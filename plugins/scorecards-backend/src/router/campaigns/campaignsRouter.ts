import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { CampaignProgressService } from '../../service/campaigns/CampaignProgressService';
import { CampaignsService } from '../../service/campaigns/CampaignsService';
import { ExemptionsService } from '../../service/campaigns/ExemptionsService';
import {
  campaignActionBody,
  campaignBody,
  campaignChangeBody,
  campaignsQuery,
  entitiesQuery,
  pageQuery,
  previewBody,
  progressQuery,
} from './bodies';
import { createExemptionsRouter } from './exemptionsRouter';
import { parsed } from './parsed';

export interface CampaignsRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  campaigns: CampaignsService;
  progress: CampaignProgressService;
  exemptions: ExemptionsService;
}

export function createCampaignsRouter(options: CampaignsRouterOptions): Router {
  const { auditor, campaigns, httpAuth, progress } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  router.use(json({ limit: '100kb' }));

  router.get('/', async (request, response) => {
    const query = parsed(campaignsQuery, request.query);
    response.json(await campaigns.list(await caller(request), query));
  });

  router.post('/', async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(campaignBody, request.body);
    const created = await audited(
      auditor,
      {
        eventId: 'campaign-create',
        severityLevel: 'medium',
        request,
        meta: { title: input.title },
      },
      () => campaigns.create(credentials, input),
    );
    response.status(201).json(created);
  });

  router.post('/preview', async (request, response) => {
    const input = parsed(previewBody, request.body);
    response.json(await progress.preview(await caller(request), input));
  });

  router.get('/goals', async (request, response) => {
    response.json(await campaigns.goals(await caller(request)));
  });

  router.get('/:id', async (request, response) => {
    response.json(
      await campaigns.get(await caller(request), request.params.id),
    );
  });

  router.put('/:id', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const { version, ...input } = parsed(campaignChangeBody, request.body);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'campaign-update',
          severityLevel: 'medium',
          request,
          meta: { id, version },
        },
        () => campaigns.update(credentials, id, input, version),
      ),
    );
  });

  router.post('/:id/actions', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const { action } = parsed(campaignActionBody, request.body);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'campaign-action',
          severityLevel: 'medium',
          request,
          meta: { id, action },
        },
        () => campaigns.act(credentials, id, action),
      ),
    );
  });

  router.get('/:id/progress', async (request, response) => {
    const { by } = parsed(progressQuery, request.query);
    response.json(
      await progress.progress(await caller(request), request.params.id, by),
    );
  });

  router.get('/:id/history', async (request, response) => {
    response.json(
      await progress.history(await caller(request), request.params.id),
    );
  });

  router.get('/:id/entities', async (request, response) => {
    const query = parsed(entitiesQuery, request.query);
    response.json(
      await progress.entities(await caller(request), request.params.id, query),
    );
  });

  router.get('/:id/scope-changes', async (request, response) => {
    const query = parsed(pageQuery, request.query);
    response.json(
      await progress.scopeChanges(
        await caller(request),
        request.params.id,
        query,
      ),
    );
  });

  router.use('/', createExemptionsRouter(options));
  return router;
}
