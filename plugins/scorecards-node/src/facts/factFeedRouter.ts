import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { FactFeedPage } from './types';

const querySchema = z.object({
  after: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

export function createFactFeedRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permission: BasicPermission;
  schema: JsonObject;
  read(cursor: string, limit: number): Promise<FactFeedPage>;
}): Router {
  const { httpAuth, permissions, permission, schema, read } = options;

  async function authorize(request: Request): Promise<void> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['service'],
    });
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`Reading facts needs ${permission.name}`);
    }
  }

  const router = PromiseRouter();
  router.get('/', async (request, response) => {
    await authorize(request);
    const query = querySchema.safeParse(request.query);
    if (!query.success) {
      throw new InputError(z.prettifyError(query.error));
    }
    response.json(await read(query.data.after, query.data.limit));
  });
  router.get('/schema', async (request, response) => {
    await authorize(request);
    response.json(schema);
  });
  return router;
}
