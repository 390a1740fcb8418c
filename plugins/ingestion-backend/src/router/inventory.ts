import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  ADVISORY_BUCKETS,
  COMPONENT_BUCKETS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { AdvisorySearchService } from '../service/AdvisorySearchService';
import { ComponentSearchService } from '../service/ComponentSearchService';
import { EntityInventoryService } from '../service/EntityInventoryService';
import {
  entityRefSchema,
  limitSchema,
  nameSchema,
  parseEntityName,
  parseQuery,
} from './parameters';
import { parseAdvisoryId } from './parseAdvisoryId';

const PAGING = { cursor: z.string().optional(), limit: limitSchema.optional() };

const COMPONENTS = {
  package: nameSchema,
  version: nameSchema.optional(),
  bucket: z
    .enum(COMPONENT_BUCKETS, {
      error: `must be among ${COMPONENT_BUCKETS.join(', ')}`,
    })
    .optional(),
  ownedBy: entityRefSchema.optional(),
  ...PAGING,
};

const ADVISORY = {
  bucket: z
    .enum(ADVISORY_BUCKETS, {
      error: `must be among ${ADVISORY_BUCKETS.join(', ')}`,
    })
    .optional(),
  ownedBy: entityRefSchema.optional(),
  ...PAGING,
};

/** `/inventory` and `/advisories`: what entities consist of, and whom an advisory concerns. */
export function createInventoryRouter(options: {
  componentSearch: ComponentSearchService;
  advisorySearch: AdvisorySearchService;
  entityInventories: EntityInventoryService;
  httpAuth: HttpAuthService;
}): Router {
  const { advisorySearch, componentSearch, entityInventories } = options;
  const router = PromiseRouter();
  const credentialsOf = (request: Request) =>
    options.httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/inventory/components', async (request, response) => {
    const credentials = await credentialsOf(request);
    const query = parseQuery(request, COMPONENTS);
    response.json(await componentSearch.search(credentials, query));
  });

  router.get('/inventory/packages', async (request, response) => {
    const credentials = await credentialsOf(request);
    const { q } = parseQuery(request, { q: nameSchema });
    response.json(await componentSearch.suggest(credentials, q));
  });

  router.get('/advisories/:id', async (request, response) => {
    const credentials = await credentialsOf(request);
    const id = parseAdvisoryId(request);
    const query = parseQuery(request, ADVISORY);
    response.json(await advisorySearch.search(credentials, id, query));
  });

  router.get(
    '/entities/:namespace/:kind/:name/inventory',
    async (request, response) => {
      const credentials = await credentialsOf(request);
      const { kind, name, namespace } = request.params;
      const entityRef = parseEntityName(namespace, kind, name);
      const query = parseQuery(request, {
        q: nameSchema.optional(),
        ...PAGING,
      });
      response.json(
        await entityInventories.list(credentials, entityRef, query),
      );
    },
  );

  return router;
}
