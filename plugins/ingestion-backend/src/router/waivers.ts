import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  WAIVER_KINDS,
  WAIVER_STATUSES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { writeExport } from '../export';
import { WAIVER_COLUMNS } from '../export/waiverColumns';
import { WaiverDecisions } from '../service/WaiverDecisions';
import { WaiverRegister } from '../service/WaiverRegister';
import { WaiverRequests } from '../service/WaiverRequests';
import { EXPORT_FORMAT } from './exportFormat';
import { smallJson } from './jsonBody';
import {
  entityRefSchema,
  limitSchema,
  listSchema,
  parseBody,
  parseId,
  parseQuery,
} from './parameters';
import { sendExport } from './sendExport';
import {
  timeSchema,
  waiverActionSchema,
  waiverPreviewSchema,
  waiverRequestSchema,
} from './waiverBodies';

const FILTER = {
  status: listSchema(WAIVER_STATUSES).optional(),
  kind: listSchema(WAIVER_KINDS).optional(),
  entityRef: entityRefSchema.optional(),
  ownedBy: entityRefSchema.optional(),
  requester: entityRefSchema.optional(),
  expiringBefore: timeSchema.optional(),
};

const PAGE = {
  cursor: z.string().optional(),
  limit: limitSchema.optional(),
};

/** `/waivers`: machines may read them, only people ask and decide. */
export function createWaiversRouter(options: {
  waiverRegister: WaiverRegister;
  waiverRequests: WaiverRequests;
  waiverDecisions: WaiverDecisions;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, httpAuth } = options;
  const { waiverDecisions, waiverRegister, waiverRequests } = options;
  const router = PromiseRouter();
  const userOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user'] });

  router.get('/waivers', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const query = parseQuery(request, { ...FILTER, ...PAGE });
    response.json(await waiverRegister.list(credentials, query));
  });

  router.post('/waivers/preview', smallJson, async (request, response) => {
    const credentials = await userOf(request);
    const { target } = parseBody(request, waiverPreviewSchema);
    response.json(await waiverRequests.preview(credentials, target));
  });

  router.get('/waivers/export', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { format, ...query } = parseQuery(request, {
      ...EXPORT_FORMAT,
      ...FILTER,
    });
    await audited(
      auditor,
      { eventId: 'waivers-export', request, meta: { format, ...query } },
      () =>
        sendExport(response, {
          name: 'waivers',
          format,
          pieces: writeExport(
            format,
            WAIVER_COLUMNS,
            waiverRegister.pages(credentials, query),
          ),
        }),
    );
  });

  router.get('/waivers/:id', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const id = parseId(request.params.id, 'waiver');
    response.json(await waiverRegister.get(credentials, id));
  });

  router.post('/waivers', smallJson, async (request, response) => {
    const credentials = await userOf(request);
    const body = parseBody(request, waiverRequestSchema);
    const id = await audited(
      auditor,
      {
        eventId: 'waiver-request',
        severityLevel: 'medium',
        request,
        meta: { target: { ...body.target }, expiresAt: body.expiresAt },
      },
      () => waiverRequests.request(credentials, body),
      waiverId => ({ waiverId }),
    );
    response.status(201).json(await waiverRegister.get(credentials, id));
  });

  router.post('/waivers/:id/actions', smallJson, async (request, response) => {
    const credentials = await userOf(request);
    const waiverId = parseId(request.params.id, 'waiver');
    const body = parseBody(request, waiverActionSchema);
    const waiver = await audited(
      auditor,
      {
        eventId: 'waiver-action',
        severityLevel: 'medium',
        request,
        meta: { waiverId, action: body.action },
      },
      () => waiverDecisions.act(credentials, waiverId, body),
      ({ id, status }) => ({ waiverId: id, status }),
    );
    response.json(waiver);
  });

  return router;
}
