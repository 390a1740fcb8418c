import { setTimeout } from 'node:timers/promises';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
} from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import catalogModuleSynchrony from '@synchrony/backstage-plugin-catalog-backend-module-synchrony';
import { findingReadPermission } from '@synchrony/backstage-plugin-ingestion-common';
import virtualTeamsPlugin from '@synchrony/backstage-plugin-virtual-teams-backend';
import {
  Membership,
  RELATION_PARTICIPATES_IN,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import request from 'supertest';
import demoSignInModule, { PERSONA_HEADER } from '../demo/demoSignInModule';
import policyModule from './policyModule';

jest.setTimeout(60_000);

const TEAM = '/api/virtual-teams/teams/virtual-teams/guild';
const LEAD = 'user:default/ann';
const MEMBER = 'user:default/cy';

function entity(kind: string, name: string, spec: object): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': 'test:organisation',
        'backstage.io/managed-by-origin-location': 'test:organisation',
      },
    },
    spec: { ...spec },
  };
}

/** Two teams with a person and a service each. */
const ORGANISATION = ['ledger', 'login'].flatMap((team, at) => [
  entity('Group', team, { type: 'team', children: [] }),
  entity('User', ['ann', 'cy'][at], { memberOf: [team] }),
  entity('Component', `${team}-api`, {
    type: 'service',
    lifecycle: 'production',
    owner: team,
  }),
]);

const organisation: EntityProvider = {
  getProviderName: () => 'organisation',
  connect: connection =>
    connection.applyMutation({
      type: 'full',
      entities: ORGANISATION.map(each => ({ entity: each })),
    }),
};

const organisationModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'organisation',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider(organisation);
      },
    });
  },
});

/** Asks the policy as a plugin does when a person reads findings. */
const findingsReader = createBackendPlugin({
  pluginId: 'ingestion',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
      },
      async init({ httpAuth, httpRouter, permissions }) {
        httpRouter.use((req, res, next) => {
          httpAuth
            .credentials(req)
            .then(credentials =>
              permissions.authorizeConditional(
                [{ permission: findingReadPermission }],
                { credentials },
              ),
            )
            .then(
              ([decision]) => res.json({ ...decision, id: undefined }),
              next,
            );
        });
      },
    });
  },
});

/** Sign-in, policy, catalog and virtual teams as the portal runs them. */
async function startPortal() {
  const backend = await startTestBackend({
    features: [
      authServiceFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      schedulerServiceFactory,
      userInfoServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          auth: {
            environment: 'development',
            providers: { demo: { development: {} } },
          },
          permission: { enabled: true },
          catalog: {
            rules: [{ allow: ['User', 'Group', 'Component'] }],
            processingInterval: { seconds: 10 },
          },
          synchrony: { catalog: { virtualTeamsSeconds: 1 } },
        },
      }),
      authPlugin,
      demoSignInModule,
      catalogPlugin,
      organisationModule,
      catalogModuleSynchrony,
      permissionPlugin,
      policyModule,
      findingsReader,
      virtualTeamsPlugin,
    ],
  });
  const api = request(backend.server);
  const signIn = async (userRef: string) =>
    (
      await api
        .get('/api/auth/demo/refresh?env=development')
        .set(PERSONA_HEADER, userRef)
        .set('X-Requested-With', 'XMLHttpRequest')
    ).body.backstageIdentity as
      | { token: string; identity: { ownershipEntityRefs: string[] } }
      | undefined;
  const call = async (
    method: 'get' | 'post',
    path: string,
    by: string,
    body?: object,
  ) => {
    const sent = api[method](path).auth((await signIn(by))?.token ?? '', {
      type: 'bearer',
    });
    return body ? sent.send(body) : sent;
  };
  const relationsOf = async (userRef: string) => {
    const [, name] = userRef.split('/');
    const { body } = await call(
      'get',
      `/api/catalog/entities/by-name/user/default/${name}`,
      userRef,
    );
    return ((body as Entity).relations ?? []).map(
      ({ targetRef, type }) => `${type} ${targetRef}`,
    );
  };
  return {
    stop: () => backend.stop(),
    signIn,
    call,
    relationsOf,
    /** What somebody owns when they sign in now, and whose findings they read. */
    async rightsOf(userRef: string) {
      const identity = await signIn(userRef);
      const { body } = await call('get', '/api/ingestion', userRef);
      return {
        owns: [...(identity?.identity.ownershipEntityRefs ?? [])].sort(),
        readsFindings: body,
      };
    },
  };
}

async function until(look: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await look()) {
      return;
    }
    await setTimeout(100);
  }
  throw new Error('It did not happen');
}

describe('joining a virtual team', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  const hasRelation = async (userRef: string) =>
    (await portal.relationsOf(userRef)).includes(
      `${RELATION_PARTICIPATES_IN} group:virtual-teams/guild`,
    );

  beforeAll(async () => {
    portal = await startPortal();
    const { relationsOf, signIn } = portal;
    for (const userRef of [LEAD, MEMBER]) {
      await until(
        async () =>
          (await signIn(userRef)) !== undefined &&
          (await relationsOf(userRef)).some(each =>
            each.startsWith('memberOf '),
          ),
      );
    }
  });

  afterAll(() => portal.stop());

  it('is seen in the catalog, owns nothing, and ends with the membership', async () => {
    const { call, rightsOf } = portal;
    const before = await rightsOf(MEMBER);
    expect(before).toMatchObject({
      owns: ['group:default/login', MEMBER],
      readsFindings: {
        result: 'CONDITIONAL',
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          params: {
            claims: expect.arrayContaining(['group:default/login', MEMBER]),
          },
        },
      },
    });

    const created = await call('post', '/api/virtual-teams/teams', LEAD, {
      name: 'guild',
      title: 'Passkeys guild',
      kind: 'community',
      charter: {
        outcome: 'We learn from each other',
        inScope: 'Login',
        outOfScope: '',
        measures: [],
      },
      leadRef: LEAD,
      deputyRefs: [],
      platformRefs: [],
      interactionMode: 'facilitating',
      entityRefs: ['component:default/ledger-api'],
      channels: [],
      requiredExpertise: [],
      checkIds: [],
    });
    expect(created.status).toBe(201);
    const invited = await call('post', `${TEAM}/memberships`, LEAD, {
      userRef: MEMBER,
      role: 'member',
    });
    expect(invited.status).toBe(201);
    const path = `/api/virtual-teams/memberships/${invited.body.id}/actions`;
    const accepted = await call('post', path, MEMBER, {
      action: 'accept',
      version: invited.body.version,
    });
    expect(accepted.body).toMatchObject({ status: 'active' });

    await until(() => hasRelation(MEMBER));
    expect(await rightsOf(MEMBER)).toEqual(before);
    expect(await portal.relationsOf(MEMBER)).not.toContain(
      'memberOf group:virtual-teams/guild',
    );

    const removed = await call('post', path, LEAD, {
      action: 'remove',
      version: (accepted.body as Membership).version,
      note: 'The work is done',
    });
    expect(removed.status).toBe(200);
    await until(async () => !(await hasRelation(MEMBER)));
    expect(await rightsOf(MEMBER)).toEqual(before);
  });
});
