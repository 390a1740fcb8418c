import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited, parsed } from '@synchrony/backstage-plugin-scorecards-node';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { PeopleService } from '../../service/programme/PeopleService';
import { PipelineService } from '../../service/programme/PipelineService';
import { ProgrammeService } from '../../service/programme/ProgrammeService';
import { VacanciesService } from '../../service/programme/VacanciesService';

export interface ProgrammeRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  overview: ProgrammeService;
  pipeline: PipelineService;
  vacancies: VacanciesService;
  members: PeopleService;
}

const peopleQuery = z.object({ cursor: z.string().max(2000).optional() });

export function createProgrammeRouter(options: ProgrammeRouterOptions): Router {
  const { auditor, httpAuth, members, overview, pipeline, vacancies } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/', async (request, response) => {
    response.json(await overview.overview(await caller(request)));
  });

  router.get('/coverage', async (request, response) => {
    response.json(await overview.coverage(await caller(request)));
  });

  router.get('/pipeline', async (request, response) => {
    response.json(await pipeline.pipeline(await caller(request)));
  });

  router.get('/vacancies', async (request, response) => {
    response.json(await vacancies.list(await caller(request)));
  });

  router.get('/people', async (request, response) => {
    const credentials = await caller(request);
    const { cursor } = parsed(peopleQuery, request.query);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'programme-people-read',
          severityLevel: 'medium',
          request,
        },
        () => members.page(credentials, cursor),
        ({ items }) => ({ people: items.length }),
      ),
    );
  });

  router.get('/settings', async (request, response) => {
    response.json(await overview.settings(await caller(request)));
  });

  return router;
}
