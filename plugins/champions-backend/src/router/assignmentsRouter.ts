import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited, parsed } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AssignmentReader } from '../service/AssignmentReader';
import { AssignmentsService } from '../service/AssignmentsService';
import { NominationService } from '../service/NominationService';
import {
  actionBody,
  assignmentsQuery,
  nominationBody,
} from './assignmentBodies';

export interface AssignmentsRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  nominations: NominationService;
  reader: AssignmentReader;
  service: AssignmentsService;
}

export function createAssignmentsRouter(
  options: AssignmentsRouterOptions,
): Router {
  const { auditor, httpAuth, nominations, reader, service } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  router.use(json({ limit: '100kb' }));

  router.get('/', async (request, response) => {
    const query = parsed(assignmentsQuery, request.query);
    response.json(await reader.list(await caller(request), query));
  });

  router.post('/', async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(nominationBody, request.body);
    const { role, scopeRef } = input;
    const nominated = await audited(
      auditor,
      {
        eventId: 'champion-nominate',
        severityLevel: 'medium',
        request,
        meta: { scopeRef, role },
      },
      () => nominations.nominate(credentials, input),
      ({ id }) => ({ id }),
    );
    response.status(201).json(nominated);
  });

  router.get('/:id', async (request, response) => {
    response.json(await reader.get(await caller(request), request.params.id));
  });

  router.post('/:id/actions', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const input = parsed(actionBody, request.body);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'champion-action',
          severityLevel: 'medium',
          request,
          meta: { id, action: input.action },
        },
        () => service.act(credentials, id, input),
        ({ status }) => ({ status }),
      ),
    );
  });

  return router;
}
