import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { CalendarService, FEED_PATH } from '../../service/desk/CalendarService';

/** `/calendar`: the feed itself is read without signing in. */
export function createCalendarRouter(options: {
  calendars: CalendarService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, calendars, httpAuth } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user'] });

  router.get(`${FEED_PATH}/:token.ics`, async (request, response) => {
    const text = await calendars.feed(request.params.token);
    response
      .type('text/calendar')
      .set('Cache-Control', 'private, no-store')
      .send(text);
  });

  router.get('/calendar', async (request, response) => {
    response.json(await calendars.get(await caller(request)));
  });

  router.post('/calendar', async (request, response) => {
    const credentials = await caller(request);
    response
      .status(201)
      .json(
        await audited(
          auditor,
          { eventId: 'champion-calendar-create', request },
          () => calendars.create(credentials),
        ),
      );
  });

  router.delete('/calendar', async (request, response) => {
    const credentials = await caller(request);
    await audited(
      auditor,
      { eventId: 'champion-calendar-remove', request },
      () => calendars.remove(credentials),
    );
    response.status(204).end();
  });

  return router;
}
