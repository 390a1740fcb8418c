import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited, parsed } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import { GrantsService } from '../service/GrantsService';
import { MembershipsService } from '../service/MembershipsService';
import { MyTeamsService } from '../service/MyTeamsService';
import { OpenRolesService } from '../service/OpenRolesService';
import { RelationsService } from '../service/RelationsService';
import {
  membershipActionBody,
  membershipBody,
  membershipUpdateBody,
  offerBody,
  openRoleBody,
  openRolesQuery,
} from './membershipBodies';
import { teamRefOf, userRefOf } from './refs';

export interface MembershipRoutes {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  grants: GrantsService;
  memberships: MembershipsService;
  mine: MyTeamsService;
  openRoles: OpenRolesService;
  relations: RelationsService;
}

const OF_TEAM = '/teams/:namespace/:name/memberships';
const PERSON = '/people/:namespace/:name';

/** Who is in teams, and whom they look for. */
export function addMembershipRoutes(
  router: Router,
  routes: MembershipRoutes,
): void {
  const { auditor, grants, httpAuth, memberships, mine, openRoles, relations } =
    routes;
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const said = <T>(request: Request, what: string, act: () => Promise<T>) =>
    audited(
      auditor,
      { eventId: `virtual-team-${what}`, request, meta: { ...request.params } },
      act,
    );
  router.use(['/memberships', '/open-roles'], json({ limit: '100kb' }));

  router.get(OF_TEAM, async (request, response) => {
    response.json(
      await memberships.ofTeam(await caller(request), teamRefOf(request)),
    );
  });

  router.post(OF_TEAM, async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(membershipBody, request.body);
    response
      .status(201)
      .json(
        await said(request, input.userRef ? 'invite' : 'ask', () =>
          memberships.add(credentials, teamRefOf(request), input),
        ),
      );
  });

  router.post('/memberships/:id/actions', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const input = parsed(membershipActionBody, request.body);
    response.json(
      await said(request, `membership-${input.action}`, () =>
        memberships.act(credentials, id, input),
      ),
    );
  });

  router.put('/memberships/:id', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const input = parsed(membershipUpdateBody, request.body);
    response.json(
      await said(request, 'membership-change', () =>
        memberships.update(credentials, id, input),
      ),
    );
  });

  router.get('/open-roles', async (request, response) => {
    const query = parsed(openRolesQuery, request.query);
    response.json(await openRoles.list(await caller(request), query));
  });

  router.post('/open-roles', async (request, response) => {
    const credentials = await caller(request);
    const input = parsed(openRoleBody, request.body);
    response
      .status(201)
      .json(
        await said(request, 'role-open', () =>
          openRoles.create(credentials, input),
        ),
      );
  });

  router.put('/open-roles/:id', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const input = parsed(openRoleBody, request.body);
    response.json(
      await said(request, 'role-change', () =>
        openRoles.update(credentials, id, input),
      ),
    );
  });

  router.post('/open-roles/:id/close', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    await said(request, 'role-close', () => openRoles.close(credentials, id));
    response.status(204).end();
  });

  router.post('/open-roles/:id/offers', async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const { message } = parsed(offerBody, request.body);
    await said(request, 'role-offer', () =>
      openRoles.offer(credentials, id, message),
    );
    response.status(204).end();
  });

  router.get('/me', async (request, response) => {
    response.json(await mine.mine(await caller(request)));
  });

  router.get(`${PERSON}/memberships`, async (request, response) => {
    response.json(
      await mine.ofPerson(await caller(request), userRefOf(request)),
    );
  });

  router.get(`${PERSON}/granted-entities`, async (request, response) => {
    response.json(
      await grants.grantedTo(await caller(request), userRefOf(request)),
    );
  });

  router.get('/relations', async (request, response) => {
    response.json(await relations.participants(await caller(request)));
  });

  router.get('/relations/teams', async (request, response) => {
    response.json(await relations.portalTeams(await caller(request)));
  });
}
