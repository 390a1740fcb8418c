import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AgendaService } from '../../service/reviews/AgendaService';
import { DecisionsService } from '../../service/reviews/DecisionsService';
import { ReviewsService } from '../../service/reviews/ReviewsService';
import { parsed } from '../campaigns/parsed';
import {
  agendaBody,
  discussedBody,
  positionBody,
  reviewActionBody,
  reviewBody,
  reviewChangeBody,
  reviewsQuery,
} from './bodies';
import { createDecisionsRouter } from './decisionsRouter';

export interface ReviewsRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  reviews: ReviewsService;
  agenda: AgendaService;
  decisions: DecisionsService;
}

export function createReviewsRouter(options: ReviewsRouterOptions): Router {
  const { agenda, auditor, httpAuth, reviews } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  router.use(json({ limit: '100kb' }));

  router.get('/', async (request, response) => {
    const query = parsed(reviewsQuery, request.query);
    response.json(await reviews.list(await caller(request), query));
  });

  router.post('/', async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(reviewBody, request.body);
    const created = await audited(
      auditor,
      {
        eventId: 'scorecard-review-create',
        severityLevel: 'medium',
        request,
        meta: { title: input.title },
      },
      () => reviews.create(credentials, input),
    );
    response.status(201).json(created);
  });

  router.post('/preview', async (request, response) => {
    const input = parsed(agendaBody, request.body);
    response.json(await agenda.preview(await caller(request), input));
  });

  router.get('/:id', async (request, response) => {
    response.json(await reviews.get(await caller(request), request.params.id));
  });

  router.put('/:id', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const { version, ...input } = parsed(reviewChangeBody, request.body);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'scorecard-review-update',
          severityLevel: 'medium',
          request,
          meta: { id, version },
        },
        () => reviews.update(credentials, id, input, version),
      ),
    );
  });

  router.post('/:id/actions', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const { action } = parsed(reviewActionBody, request.body);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'scorecard-review-action',
          severityLevel: 'medium',
          request,
          meta: { id, action },
        },
        () => reviews.act(credentials, id, action),
      ),
    );
  });

  router.get('/:id/items', async (request, response) => {
    response.json(await agenda.items(await caller(request), request.params.id));
  });

  router.put('/:id/position', async (request, response) => {
    const credentials = await caller(request);
    const { entityRef } = parsed(positionBody, request.body);
    await agenda.show(credentials, request.params.id, entityRef);
    response.status(204).end();
  });

  router.put('/:id/discussed', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const { entityRef, isDiscussed } = parsed(discussedBody, request.body);
    await audited(
      auditor,
      {
        eventId: 'scorecard-review-discussed',
        severityLevel: 'low',
        request,
        meta: { id, entityRef, isDiscussed },
      },
      () => agenda.setDiscussed(credentials, id, entityRef, isDiscussed),
    );
    response.status(204).end();
  });

  router.use('/', createDecisionsRouter(options));
  return router;
}
