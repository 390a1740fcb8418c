import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { CalendarService, FEED_PATH } from '../service/CalendarService';

/** `/calendar`: the feed itself is read without signing in. */
export function createCalendarRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  service: CalendarService;
}): Router {
  const { auditor, httpAuth, service } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get(`${FEED_PATH}/:token.ics`, async (request, response) => {
    const text = await service.feed(request.params.token);
    response
      .type('text/calendar')
      .set('Cache-Control', 'private, no-store')
      .send(text);
  });

  router.get('/calendar', async (request, response) => {
    response.json(await service.get(await caller(request)));
  });

  router.post('/calendar', async (request, response) => {
    const credentials = await caller(request);
    const feed = await audited(
      auditor,
      { eventId: 'virtual-teams-calendar-create', request },
      () => service.create(credentials),
    );
    response.status(201).json(feed);
  });

  router.delete('/calendar', async (request, response) => {
    const credentials = await caller(request);
    await audited(
      auditor,
      { eventId: 'virtual-teams-calendar-remove', request },
      () => service.remove(credentials),
    );
    response.status(204).end();
  });

  return router;
}
