import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited, parsed } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import { z } from 'zod';
import { GrantsService } from '../service/GrantsService';
import { TeamImportService } from '../service/TeamImportService';
import { TeamListService } from '../service/TeamListService';
import { TeamsService } from '../service/TeamsService';
import { ThanksService } from '../service/ThanksService';
import { TimelineService } from '../service/TimelineService';
import { importBody } from './importBody';
import { entityRefOf, teamRefOf } from './refs';
import {
  grantBody,
  outcomeBody,
  reviewBody,
  teamActionBody,
  teamBody,
  teamsQuery,
  thanksBody,
  updateBody,
} from './teamBodies';

export interface TeamRoutes {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  grants: GrantsService;
  imports: TeamImportService;
  list: TeamListService;
  teams: TeamsService;
  thanks: ThanksService;
  timeline: TimelineService;
}

const TEAM = '/teams/:namespace/:name';
const pageQuery = z.strictObject({ cursor: z.string().max(500).optional() });

/** Teams, and what is done with them. */
export function addTeamRoutes(router: Router, routes: TeamRoutes): void {
  const { auditor, grants, httpAuth, imports, list, teams, thanks, timeline } =
    routes;
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const said = <T>(request: Request, what: string, act: () => Promise<T>) =>
    audited(
      auditor,
      {
        eventId: `virtual-team-${what}`,
        severityLevel: 'medium',
        request,
        meta: { ...request.params },
      },
      act,
    );
  router.use(['/teams'], json({ limit: '1mb' }));

  router.get('/teams', async (request, response) => {
    const query = parsed(teamsQuery, request.query);
    response.json(await list.list(await caller(request), query));
  });

  router.post('/teams', async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(teamBody, request.body);
    response
      .status(201)
      .json(
        await said(request, 'propose', () => teams.create(credentials, input)),
      );
  });

  router.post('/teams/import', async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(importBody, request.body);
    response.json(
      await said(request, 'import', () => imports.take(credentials, input)),
    );
  });

  router.get(TEAM, async (request, response) => {
    response.json(await teams.get(await caller(request), teamRefOf(request)));
  });

  router.put(TEAM, async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(updateBody, request.body);
    response.json(
      await said(request, 'change', () =>
        teams.update(credentials, teamRefOf(request), input),
      ),
    );
  });

  router.post(`${TEAM}/actions`, async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(teamActionBody, request.body);
    response.json(
      await said(request, input.action, () =>
        teams.act(credentials, teamRefOf(request), input),
      ),
    );
  });

  router.post(`${TEAM}/review`, async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(reviewBody, request.body);
    response.json(
      await said(request, 'review', () =>
        teams.review(credentials, teamRefOf(request), input),
      ),
    );
  });

  router.put(`${TEAM}/outcome`, async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(outcomeBody, request.body);
    response.json(
      await said(request, 'outcome', () =>
        teams.recordOutcome(credentials, teamRefOf(request), input),
      ),
    );
  });

  router.post(`${TEAM}/thanks`, async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(thanksBody, request.body);
    await said(request, 'thank', () =>
      thanks.thank(credentials, teamRefOf(request), input),
    );
    response.status(204).end();
  });

  router.post(`${TEAM}/grants`, async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(grantBody, request.body);
    await said(request, `findings-${input.action}`, () =>
      grants.act(credentials, teamRefOf(request), input),
    );
    response.status(204).end();
  });

  router.get(`${TEAM}/timeline`, async (request, response) => {
    const { cursor } = parsed(pageQuery, request.query);
    response.json(
      await timeline.timeline(
        await caller(request),
        teamRefOf(request),
        cursor,
      ),
    );
  });

  router.get(`${TEAM}/declaration`, async (request, response) => {
    response.json(
      await timeline.declaration(await caller(request), teamRefOf(request)),
    );
  });

  router.get('/checks/teams', async (request, response) => {
    response.json(await list.ofChecks(await caller(request)));
  });

  router.get(
    '/entities/:namespace/:kind/:name/teams',
    async (request, response) => {
      response.json(
        await list.ofEntity(await caller(request), entityRefOf(request)),
      );
    },
  );
}
