import { HttpAuthService } from '@backstage/backend-plugin-api';
import { parsed } from '@synchrony/backstage-plugin-scorecards-node';
import { SuggestionsInput } from '@synchrony/backstage-plugin-virtual-teams-common';
import { json, Request, Router } from 'express';
import { z } from 'zod';
import { ProposalsService } from '../service/ProposalsService';
import { SuggestionsService } from '../service/SuggestionsService';
import { TeamEntitiesService } from '../service/TeamEntitiesService';
import {
  groupRefSchema,
  requiredExpertiseSchema,
  userRefSchema,
} from '../teams/definitionSchema';
import { teamRefOf } from './refs';

export interface MatchingRoutes {
  httpAuth: HttpAuthService;
  entitiesInScope: TeamEntitiesService;
  proposals: ProposalsService;
  suggestions: SuggestionsService;
}

const TEAM = '/teams/:namespace/:name';

const suggestionsBody: z.ZodType<SuggestionsInput> = z.strictObject({
  requiredExpertise: z.array(requiredExpertiseSchema).max(30),
  platformRefs: z.array(groupRefSchema).max(30),
  memberRefs: z.array(userRefSchema).max(200),
});

/** Who and what a team could be made of, and how its scope stands. */
export function addMatchingRoutes(
  router: Router,
  { entitiesInScope, httpAuth, proposals, suggestions }: MatchingRoutes,
): void {
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get(`${TEAM}/suggestions`, async (request, response) => {
    response.json(
      await suggestions.ofTeam(await caller(request), teamRefOf(request)),
    );
  });

  router.post(
    '/suggestions',
    json({ limit: '100kb' }),
    async (request, response) => {
      const input = parsed(suggestionsBody, request.body);
      response.json(await suggestions.ofDraft(await caller(request), input));
    },
  );

  router.get('/proposals', async (request, response) => {
    response.json(await proposals.list(await caller(request)));
  });

  router.get(`${TEAM}/entities`, async (request, response) => {
    response.json(
      await entitiesInScope.of(await caller(request), teamRefOf(request)),
    );
  });

  router.get(`${TEAM}/scope-refs`, async (request, response) => {
    response.json(
      await entitiesInScope.scopeRefs(
        await caller(request),
        teamRefOf(request),
      ),
    );
  });
}
