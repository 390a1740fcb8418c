import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parsed } from '../campaigns/parsed';
import {
  decisionBody,
  decisionChangeBody,
  stepBody,
  versionQuery,
} from './bodies';
import type { ReviewsRouterOptions } from './reviewsRouter';

export function createDecisionsRouter(options: ReviewsRouterOptions): Router {
  const { auditor, decisions, httpAuth } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const tell = <T>(
    request: Request,
    eventId: string,
    meta: Record<string, string>,
    action: () => Promise<T>,
  ) =>
    audited(
      auditor,
      { eventId, severityLevel: 'medium', request, meta },
      action,
    );

  router.get('/:id/open-actions', async (request, response) => {
    response.json(
      await decisions.earlier(await caller(request), request.params.id),
    );
  });

  router.get('/:id/decisions', async (request, response) => {
    response.json(
      await decisions.list(await caller(request), request.params.id),
    );
  });

  router.post('/:id/decisions', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const asked = parsed(decisionBody, request.body);
    const { entityRef, kind } = asked;
    const added = await tell(
      request,
      'scorecard-review-decision-add',
      { id, entityRef, kind },
      () => decisions.add(credentials, id, asked),
    );
    response.status(201).json(added);
  });

  router.put('/:id/decisions/:decisionId', async (request, response) => {
    const credentials = await caller(request);
    const { decisionId, id } = request.params;
    const asked = parsed(decisionChangeBody, request.body);
    response.json(
      await tell(
        request,
        'scorecard-review-decision-update',
        { id, decisionId },
        () => decisions.update(credentials, id, decisionId, asked),
      ),
    );
  });

  router.delete('/:id/decisions/:decisionId', async (request, response) => {
    const credentials = await caller(request);
    const { decisionId, id } = request.params;
    const { version } = parsed(versionQuery, request.query);
    await tell(
      request,
      'scorecard-review-decision-remove',
      { id, decisionId },
      () => decisions.remove(credentials, id, decisionId, version),
    );
    response.status(204).end();
  });

  router.post(
    '/:id/decisions/:decisionId/actions',
    async (request, response) => {
      const credentials = await caller(request);
      const { decisionId, id } = request.params;
      const { action } = parsed(stepBody, request.body);
      response.json(
        await tell(
          request,
          'scorecard-review-follow-up',
          { id, decisionId, action },
          () => decisions.step(credentials, id, decisionId, action),
        ),
      );
    },
  );

  return router;
}
