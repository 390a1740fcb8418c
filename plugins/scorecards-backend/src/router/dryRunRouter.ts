import { InputError } from '@backstage/errors';
import { json, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { RouterOptions } from './createRouter';

const MAX_BODY = '1mb';

const bodySchema = z.union([
  z.strictObject({ text: z.string().min(1).max(500_000) }),
  z.strictObject({
    draft: z.strictObject({
      kind: z.enum(['check', 'scorecard']),
      id: z.string().min(1).max(100),
      version: z.number().int().min(1),
    }),
  }),
]);

export function createDryRunRouter(options: RouterOptions): Router {
  const { dryRuns, httpAuth } = options;
  const router = PromiseRouter();

  router.post(
    '/dry-run',
    json({ limit: MAX_BODY }),
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const body = bodySchema.safeParse(request.body);
      if (!body.success) {
        throw new InputError(z.prettifyError(body.error));
      }
      response.json(await dryRuns.dryRun(credentials, body.data));
    },
  );

  return router;
}
