import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { BriefName, BriefsService } from '../../service/desk/BriefsService';
import { parsed, referenceSchema, versionSchema } from './parsed';

const PATH = '/briefs/:namespace/:kind/:name/:month';

const briefBody = z.strictObject({
  text: z.string().trim().min(1).max(20_000),
  version: versionSchema,
});

/** `/briefs`: of one scope and month. */
export function createBriefsRouter(options: {
  briefs: BriefsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, briefs, httpAuth } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user'] });

  router.get(PATH, async (request, response) => {
    const credentials = await caller(request);
    response.json(await briefs.get(credentials, nameOf(request)));
  });

  router.put(PATH, json({ limit: '128kb' }), async (request, response) => {
    const credentials = await caller(request);
    const name = nameOf(request);
    const body = parsed(briefBody, request.body);
    response.json(
      await audited(
        auditor,
        { eventId: 'champion-brief-edit', request, meta: { ...name } },
        () => briefs.save(credentials, name, body),
      ),
    );
  });

  router.delete(PATH, async (request, response) => {
    const credentials = await caller(request);
    const name = nameOf(request);
    await audited(
      auditor,
      { eventId: 'champion-brief-reset', request, meta: { ...name } },
      () => briefs.reset(credentials, name),
    );
    response.status(204).end();
  });

  return router;
}

function nameOf(request: Request): BriefName {
  const { kind, month, name, namespace } = request.params;
  return {
    scopeRef: parsed(referenceSchema, `${kind}:${namespace}/${name}`),
    month,
  };
}
