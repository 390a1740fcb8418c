import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { MAX_MEETING_MINUTES } from '@synchrony/backstage-plugin-champions-common';
import { audited, parsed } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { MeetingsService } from '../service/meetings/MeetingsService';
import { referenceSchema } from './desk/parsed';

export interface MeetingsRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  meetings: MeetingsService;
}

const said = {
  title: z.string().trim().min(2).max(200),
  startsAt: z.iso.datetime({ offset: true }),
  minutes: z.number().int().min(5).max(MAX_MEETING_MINUTES),
  place: z.string().trim().min(1).max(500).optional(),
};
const version = z.number().int().min(1);
const announcementBody = z.strictObject({
  ...said,
  scopeRef: referenceSchema.optional(),
});
const changeBody = z.strictObject({ ...said, version });
const cancelBody = z.strictObject({ version });

/** `/meetings` */
export function createMeetingsRouter(options: MeetingsRouterOptions): Router {
  const { auditor, httpAuth, meetings } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  router.use(json({ limit: '100kb' }));

  router.get('/', async (request, response) => {
    response.json(await meetings.list(await caller(request)));
  });

  router.post('/', async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(announcementBody, request.body);
    const announced = await audited(
      auditor,
      {
        eventId: 'meeting-announce',
        severityLevel: 'low',
        request,
        meta: { startsAt: input.startsAt, scopeRef: input.scopeRef },
      },
      () => meetings.announce(credentials, input),
      ({ id }) => ({ id }),
    );
    response.status(201).json(announced);
  });

  router.put('/:id', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const input = parsed(changeBody, request.body);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'meeting-change',
          severityLevel: 'low',
          request,
          meta: { id, startsAt: input.startsAt },
        },
        () => meetings.change(credentials, id, input),
      ),
    );
  });

  router.post('/:id/cancel', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const input = parsed(cancelBody, request.body);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'meeting-cancel',
          severityLevel: 'low',
          request,
          meta: { id },
        },
        () => meetings.cancel(credentials, id, input.version),
      ),
    );
  });

  return router;
}
