import { HttpAuthService } from '@backstage/backend-plugin-api';
import { parsed } from '@synchrony/backstage-plugin-scorecards-node';
import { Request, Router } from 'express';
import { FaultyDeclarationsService } from '../service/FaultyDeclarationsService';
import { OwnerLintService } from '../service/OwnerLintService';
import { pageQuery } from './pageQuery';

export interface CatalogFaultsRoutes {
  httpAuth: HttpAuthService;
  declarations: FaultyDeclarationsService;
  owners: OwnerLintService;
}

/** What the catalog says wrongly about virtual teams. */
export function addCatalogFaultsRoutes(
  router: Router,
  { declarations, httpAuth, owners }: CatalogFaultsRoutes,
): void {
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/declarations/faults', async (request, response) => {
    const page = parsed(pageQuery, request.query);
    response.json(await declarations.list(await caller(request), page));
  });

  router.get('/lint/owners', async (request, response) => {
    const page = parsed(pageQuery, request.query);
    response.json(await owners.list(await caller(request), page));
  });
}
