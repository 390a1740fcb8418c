import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { writeExport } from '../export';
import { FINDING_COLUMNS } from '../export/findingColumns';
import { FindingFacetsService } from '../service/FindingFacetsService';
import { FindingGroupsService } from '../service/FindingGroupsService';
import { FindingsService } from '../service/FindingsService';
import { EXPORT_FORMAT } from './exportFormat';
import { FINDINGS_FILTER, FINDINGS_ORDER, PAGE } from './findingsQuery';
import { entityRefSchema, parseId, parseQuery } from './parameters';
import { sendExport } from './sendExport';

const { group: _group, ...UNGROUPED } = FINDINGS_FILTER;

/** `/findings`: lists of findings, and one finding with all about it. */
export function createFindingsRouter(options: {
  findings: FindingsService;
  findingGroups: FindingGroupsService;
  findingFacets: FindingFacetsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, findingFacets, findingGroups, findings, httpAuth } = options;
  const router = PromiseRouter();
  const credentialsOf = (
    request: Parameters<HttpAuthService['credentials']>[0],
  ) => httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/findings', async (request, response) => {
    const credentials = await credentialsOf(request);
    const query = parseQuery(request, {
      ...FINDINGS_FILTER,
      ...FINDINGS_ORDER,
      ...PAGE,
    });
    response.json(await findings.list(credentials, query));
  });

  router.get('/findings/groups', async (request, response) => {
    const credentials = await credentialsOf(request);
    const query = parseQuery(request, {
      ...UNGROUPED,
      ...PAGE,
      entityRef: entityRefSchema,
    });
    response.json(await findingGroups.list(credentials, query));
  });

  router.get('/findings/facets', async (request, response) => {
    const credentials = await credentialsOf(request);
    const query = parseQuery(request, FINDINGS_FILTER);
    response.json(await findingFacets.count(credentials, query));
  });

  router.get('/findings/export', async (request, response) => {
    const credentials = await credentialsOf(request);
    const { format, ...query } = parseQuery(request, {
      ...EXPORT_FORMAT,
      ...FINDINGS_FILTER,
      ...FINDINGS_ORDER,
    });
    await audited(
      auditor,
      { eventId: 'findings-export', request, meta: { format, ...query } },
      () =>
        sendExport(response, {
          name: query.entityRef ? `findings-${query.entityRef}` : 'findings',
          format,
          pieces: writeExport(
            format,
            FINDING_COLUMNS,
            findings.pages(credentials, query),
          ),
        }),
    );
  });

  router.get('/findings/:id', async (request, response) => {
    const credentials = await credentialsOf(request);
    response.json(
      await findings.get(credentials, parseId(request.params.id, 'finding')),
    );
  });

  return router;
}
