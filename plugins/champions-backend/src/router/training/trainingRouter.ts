import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  audited,
  normalizeEntityRef,
  parsed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { TrainingService } from '../../service/training/TrainingService';

export interface TrainingRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  trainings: TrainingService;
}

const trainingBody = z.strictObject({
  userRef: z
    .string()
    .max(255)
    .regex(/^user:[^/\s:]+\/[^/\s:]+$/i, 'Write it as user:namespace/name')
    .transform(normalizeEntityRef)
    .optional(),
  courseId: z.string().min(1).max(64),
  completedOn: z.iso.date(),
  evidenceUrl: z
    .url({
      protocol: /^https?$/,
      error: 'Write a link that begins with https:// or http://',
    })
    .max(2000)
    .optional(),
});

export function createTrainingRouter(options: TrainingRouterOptions): Router {
  const { auditor, httpAuth, trainings } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.post('/', json({ limit: '100kb' }), async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(trainingBody, request.body);
    const record = await audited(
      auditor,
      {
        eventId: 'training-record',
        severityLevel: 'low',
        request,
        meta: { courseId: input.courseId, forOthers: Boolean(input.userRef) },
      },
      () => trainings.record(credentials, input),
      ({ id }) => ({ id }),
    );
    response.status(201).json(record);
  });

  router.post('/:id/confirm', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    response.json(
      await audited(
        auditor,
        {
          eventId: 'training-confirm',
          severityLevel: 'medium',
          request,
          meta: { id },
        },
        () => trainings.confirm(credentials, id),
      ),
    );
  });

  router.delete('/:id', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    await audited(
      auditor,
      {
        eventId: 'training-remove',
        severityLevel: 'medium',
        request,
        meta: { id },
      },
      () => trainings.remove(credentials, id),
    );
    response.status(204).end();
  });

  return router;
}
