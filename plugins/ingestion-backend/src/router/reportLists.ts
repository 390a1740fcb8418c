import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  REPORT_OUTCOMES,
  REPORT_SOURCES,
  REPORT_STATUSES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { writeExport } from '../export';
import { REPORT_COLUMNS } from '../export/reportColumns';
import { ReceiptsService } from '../service/ReceiptsService';
import { EXPORT_FORMAT } from './exportFormat';
import { PAGE } from './findingsQuery';
import {
  entityRefSchema,
  listSchema,
  nameSchema,
  parseQuery,
} from './parameters';
import { sendExport } from './sendExport';

const timeSchema = z.iso
  .datetime({ offset: true, error: 'must be a time in ISO 8601' })
  .transform(text => Date.parse(text));

const FILTER = {
  entityRef: entityRefSchema.optional(),
  status: z
    .enum(REPORT_STATUSES, {
      error: `must be among ${REPORT_STATUSES.join(', ')}`,
    })
    .optional(),
  outcome: listSchema(REPORT_OUTCOMES).optional(),
  source: z
    .enum(REPORT_SOURCES, {
      error: `must be among ${REPORT_SOURCES.join(', ')}`,
    })
    .optional(),
  q: nameSchema.optional(),
  since: timeSchema.optional(),
  until: timeSchema.optional(),
};

/** `/reports` as lists: what arrived, and what became of it. */
export function createReportListsRouter(options: {
  receipts: ReceiptsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, httpAuth, receipts } = options;
  const router = PromiseRouter();

  router.get('/reports', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const query = parseQuery(request, { ...FILTER, ...PAGE });
    response.json(await receipts.list(credentials, query));
  });

  router.get('/reports/export', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { format, ...query } = parseQuery(request, {
      ...EXPORT_FORMAT,
      ...FILTER,
    });
    await audited(
      auditor,
      { eventId: 'reports-export', request, meta: { format, ...query } },
      () =>
        sendExport(response, {
          name: query.entityRef ? `reports-${query.entityRef}` : 'reports',
          format,
          pieces: writeExport(
            format,
            REPORT_COLUMNS,
            receipts.pages(credentials, query),
          ),
        }),
    );
  });

  return router;
}
