import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  ExportFormat,
  InventorySearchItem,
} from '@synchrony/backstage-plugin-ingestion-common';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { writeExport } from '../export';
import {
  COMPONENT_COLUMNS,
  SEARCH_COLUMNS,
  searchLines,
} from '../export/inventoryColumns';
import { AdvisorySearchService } from '../service/AdvisorySearchService';
import { ComponentSearchService } from '../service/ComponentSearchService';
import { EntityInventoryService } from '../service/EntityInventoryService';
import { EXPORT_FORMAT } from './exportFormat';
import { nameSchema, parseEntityName, parseQuery } from './parameters';
import { parseAdvisoryId } from './parseAdvisoryId';
import { sendExport } from './sendExport';

/** `…/export` of `/advisories` and `/inventory`: all of an answer as a file. */
export function createInventoryExportsRouter(options: {
  componentSearch: ComponentSearchService;
  advisorySearch: AdvisorySearchService;
  entityInventories: EntityInventoryService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { advisorySearch, auditor, componentSearch, entityInventories } =
    options;
  const router = PromiseRouter();
  const credentialsOf = (request: Request) =>
    options.httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/advisories/:id/export', async (request, response) => {
    const credentials = await credentialsOf(request);
    const id = parseAdvisoryId(request);
    const { format } = parseQuery(request, EXPORT_FORMAT);
    await audited(
      auditor,
      { eventId: 'advisory-export', request, meta: { format, id } },
      () =>
        sendExport(response, {
          name: `advisory-${id}`,
          format,
          pieces: writeSearch(format, advisorySearch.pages(credentials, id)),
        }),
    );
  });

  router.get('/inventory/components/export', async (request, response) => {
    const credentials = await credentialsOf(request);
    const { format, ...query } = parseQuery(request, {
      ...EXPORT_FORMAT,
      package: nameSchema,
      version: nameSchema.optional(),
    });
    await audited(
      auditor,
      { eventId: 'components-export', request, meta: { format, ...query } },
      () =>
        sendExport(response, {
          name: `package-${query.package}`,
          format,
          pieces: writeSearch(
            format,
            componentSearch.pages(credentials, query),
          ),
        }),
    );
  });

  router.get(
    '/entities/:namespace/:kind/:name/inventory/export',
    async (request, response) => {
      const credentials = await credentialsOf(request);
      const { kind, name, namespace } = request.params;
      const entityRef = parseEntityName(namespace, kind, name);
      const { format, q } = parseQuery(request, {
        ...EXPORT_FORMAT,
        q: nameSchema.optional(),
      });
      await audited(
        auditor,
        {
          eventId: 'inventory-export',
          request,
          meta: { format, entityRef, ...(q !== undefined && { q }) },
        },
        () =>
          sendExport(response, {
            name: `inventory-${entityRef}`,
            format,
            pieces: writeExport(
              format,
              COMPONENT_COLUMNS,
              entityInventories.pages(credentials, entityRef, q),
            ),
          }),
      );
    },
  );

  return router;
}

/** JSON has the entities with their matches; CSV has a line a match. */
function writeSearch(
  format: ExportFormat,
  pages: AsyncIterable<InventorySearchItem<string>[]>,
): AsyncGenerator<string> {
  return format === 'csv'
    ? writeExport(format, SEARCH_COLUMNS, searchLines(pages))
    : writeExport(format, [], pages);
}
