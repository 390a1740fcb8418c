import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { GateService } from '../service/GateService';
import {
  commitSchema,
  entityRefSchema,
  nameSchema,
  parseBody,
} from './parameters';
import { SubmitterAuth } from './submitterAuth';

const BODY = z.strictObject({
  entityRef: entityRefSchema,
  ref: nameSchema.optional(),
  commit: commitSchema.optional(),
  base: nameSchema.optional(),
  policy: nameSchema.optional(),
});

/** `/gate`: may this go on? */
export function createGateRouter(options: {
  gate: GateService;
  submitterAuth: SubmitterAuth;
}): Router {
  const { gate, submitterAuth } = options;
  const router = PromiseRouter();

  router.post(
    '/gate',
    express.json({ limit: '16kb' }),
    async (request, response) => {
      const credentials = await submitterAuth.credentials(request);
      response.json(await gate.decide(credentials, parseBody(request, BODY)));
    },
  );

  return router;
}
