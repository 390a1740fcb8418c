import { parsed } from '@synchrony/backstage-plugin-scorecards-node';
import {
  expertiseSearchPermission,
  expertiseSelfPermission,
  teamReadPermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { json, Request, Router } from 'express';
import { requirePerson, requireReader } from '../../access/requireReader';
import { VirtualTeamsContext } from '../../context';
import { DiscoveryService } from '../../service/DiscoveryService';
import { EndorsementService } from '../../service/EndorsementService';
import { MatrixService } from '../../service/MatrixService';
import { ProfileService } from '../../service/ProfileService';
import {
  discoveryQuery,
  endorsementBody,
  profileBody,
  skillBody,
} from './bodies';
import { personRef } from './personRef';

export interface ExpertiseRoutesOptions extends VirtualTeamsContext {
  profiles: ProfileService;
  endorsing: EndorsementService;
  discovering: DiscoveryService;
  matrixes: MatrixService;
}

const smallJson = json({ limit: '64kb' });

/** Skills, profiles, endorsements, and finding people. */
export function addExpertiseRoutes(
  router: Router,
  options: ExpertiseRoutesOptions,
): void {
  const { discovering, endorsing, httpAuth, matrixes, profiles, skills } =
    options;
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const self = async (request: Request) =>
    requirePerson(options, await caller(request), expertiseSelfPermission);
  const searcher = async (request: Request) =>
    requireReader(options, await caller(request), expertiseSearchPermission);

  router.get('/skills', async (request, response) => {
    await requireReader(options, await caller(request), teamReadPermission);
    response.json(skills.current());
  });

  router.get('/profile', async (request, response) => {
    response.json(await profiles.mine(await self(request)));
  });
  router.put('/profile', smallJson, async (request, response) => {
    const person = await self(request);
    response.json(
      await profiles.save(person, parsed(profileBody, request.body)),
    );
  });
  router.delete('/profile', async (request, response) => {
    await profiles.deleteAll(await self(request));
    response.status(204).end();
  });
  router.put(
    '/profile/skills/:skillId',
    smallJson,
    async (request, response) => {
      const person = await self(request);
      const input = parsed(skillBody, request.body);
      response.json(
        await profiles.declare(person, request.params.skillId, input),
      );
    },
  );
  router.post('/profile/skills/:skillId/confirm', async (request, response) => {
    const person = await self(request);
    response.json(await profiles.confirm(person, request.params.skillId));
  });
  router.delete('/profile/skills/:skillId', async (request, response) => {
    await profiles.withdraw(await self(request), request.params.skillId);
    response.status(204).end();
  });

  router.get('/people/:namespace/:name/profile', async (request, response) => {
    const reader = await searcher(request);
    response.json(await profiles.ofPerson(reader, personRef(request)));
  });
  router.post(
    '/people/:namespace/:name/endorsements',
    smallJson,
    async (request, response) => {
      const person = await requirePerson(
        options,
        await caller(request),
        expertiseSearchPermission,
      );
      const input = parsed(endorsementBody, request.body);
      response
        .status(201)
        .json(await endorsing.endorse(person, personRef(request), input));
    },
  );
  router.delete('/endorsements/:id', async (request, response) => {
    const person = await requirePerson(
      options,
      await caller(request),
      expertiseSearchPermission,
    );
    await endorsing.remove(person, request.params.id);
    response.status(204).end();
  });

  router.get('/discovery', async (request, response) => {
    const credentials = await caller(request);
    const query = parsed(discoveryQuery, request.query);
    response.json(await discovering.discover(credentials, query));
  });
  router.get('/matrix', async (request, response) => {
    const reader = await searcher(request);
    const [read] = await options.permissions.authorize(
      [{ permission: teamReadPermission }],
      { credentials: reader.credentials },
    );
    response.json(
      await matrixes.matrix(reader, read.result === AuthorizeResult.ALLOW),
    );
  });
}
