import { HttpAuthService } from '@backstage/backend-plugin-api';
import { parsed } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import { z } from 'zod';
import { SearchService } from '../service/SearchService';

const query = z.strictObject({
  cursor: z.string().max(36).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});

/** `/search-documents`, for services. */
export function addSearchRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; search: SearchService },
): void {
  const { httpAuth, search } = options;
  router.get('/search-documents', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['service'],
    });
    const { cursor, limit } = parsed(query, request.query);
    response.json(await search.page(credentials, { after: cursor, limit }));
  });
}
