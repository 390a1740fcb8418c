import { InputError } from '@backstage/errors';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { RouterOptions } from './createRouter';

const time = z.iso.datetime({ offset: true });

const atSchema = z.object({ time });

const changesSchema = z.object({
  from: time.optional(),
  to: time.optional(),
});

function parsed<T>(schema: z.ZodType<T>, request: Request): T {
  const query = schema.safeParse(request.query);
  if (!query.success) {
    throw new InputError(z.prettifyError(query.error));
  }
  return query.data;
}

function refOf({ params }: Request): string {
  return `${params.kind}:${params.namespace}/${params.name}`;
}

/** How scorecards stood, and why that changed. */
export function createLedgerRouter(options: RouterOptions): Router {
  const { httpAuth, ledger } = options;
  const router = PromiseRouter();
  const allow: ('user' | 'service')[] = ['user', 'service'];
  const path = '/:namespace/:kind/:name/scorecards/:scorecard';

  router.get(`${path}/at`, async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    const { time: moment } = parsed(atSchema, request);
    response.json(
      await ledger.at(
        credentials,
        refOf(request),
        request.params.scorecard,
        new Date(moment),
      ),
    );
  });

  router.get(`${path}/changes`, async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    const query = parsed(changesSchema, request);
    response.json(
      await ledger.changes(
        credentials,
        refOf(request),
        request.params.scorecard,
        query,
      ),
    );
  });

  return router;
}
