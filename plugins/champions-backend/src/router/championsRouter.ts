import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  parsed,
  UnprocessableError,
} from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AssignmentReader } from '../service/AssignmentReader';
import { MyChampionshipService } from '../service/MyChampionshipService';
import { ResolveService } from '../service/ResolveService';
import { resolveBody } from './assignmentBodies';

export interface ChampionsRouterOptions {
  httpAuth: HttpAuthService;
  mine: MyChampionshipService;
  reader: AssignmentReader;
  resolver: ResolveService;
}

const MOST_REFS = 10_000;
/** Room for as many refs of a usual length. */
const RESOLVE_LIMIT = '2mb';

export function createChampionsRouter(options: ChampionsRouterOptions): Router {
  const { httpAuth, mine, reader, resolver } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.post(
    '/resolve',
    json({ limit: RESOLVE_LIMIT }),
    async (request, response) => {
      const credentials = await caller(request);
      const { entityRefs } = parsed(resolveBody, request.body);
      if (entityRefs.length > MOST_REFS) {
        throw new UnprocessableError(
          `entityRefs: Ask about ${MOST_REFS} entities at most`,
        );
      }
      response.json(await resolver.resolve(credentials, entityRefs));
    },
  );

  router.get(
    '/entities/:namespace/:kind/:name/champions',
    async (request, response) => {
      const { kind, name, namespace } = request.params;
      response.json(
        await resolver.entity(
          await caller(request),
          `${kind}:${namespace}/${name}`,
        ),
      );
    },
  );

  router.get('/relations', async (request, response) => {
    const credentials = await caller(request);
    const version = await reader.relationsVersion(credentials);
    if (request.headers['if-none-match'] === `"${version}"`) {
      response.status(304).end();
      return;
    }
    const relations = await reader.relations(credentials);
    response.set('ETag', `"${relations.version}"`).json(relations);
  });

  router.get('/people/:namespace/:name', async (request, response) => {
    response.json(
      await mine.person(await caller(request), userRefOf(request.params)),
    );
  });

  router.get('/people/:namespace/:name/entities', async (request, response) => {
    response.json(
      await reader.entitiesOf(await caller(request), userRefOf(request.params)),
    );
  });

  router.get('/me', async (request, response) => {
    response.json(await mine.get(await caller(request)));
  });

  return router;
}

function userRefOf({
  name,
  namespace,
}: {
  namespace: string;
  name: string;
}): string {
  return `user:${namespace}/${name}`;
}
