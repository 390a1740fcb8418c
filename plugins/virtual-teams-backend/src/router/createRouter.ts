import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { VirtualTeamsPart } from '../context';
import { openApiDocument } from '../openapi';

export function createRouter(parts: VirtualTeamsPart[]): Router {
  const router = PromiseRouter();
  router.get('/openapi.json', async (_, response) => {
    response.json(openApiDocument);
  });
  for (const part of parts) {
    part.routes(router);
  }
  return router;
}
