import { randomUUID } from 'node:crypto';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  isResourcePermission,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  AssignmentStatus,
  ChampionRole,
} from '@synchrony/backstage-plugin-champions-common';
import { json, Router } from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { championsPlugin } from '../plugin';
import { QUESTION_TOPIC } from '../service/desk/QuestionNotifier';
import { until } from './until';

export const ANN = 'user:default/ann';
export const BOB = 'user:default/bob';
export const CAP = 'user:default/cap';
export const DEV = 'user:default/dev';
export const PAYMENTS = 'group:default/payments';
export const PAY_API = 'component:default/pay-api';
export const LEDGER = 'component:default/ledger';

export function component(name: string, owner = 'payments'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'synchrony.io/criticality': name === 'ledger' ? 'tier-3' : 'tier-1',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

export function group(name: string, lead?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name,
      namespace: 'default',
      title: `Team ${name}`,
      ...(lead && { annotations: { 'synchrony.io/lead': lead } }),
    },
    spec: { type: 'team', children: [] },
  };
}

/** What another plugin answers; `undefined` is as if it was not installed. */
type Answer = { status: number; body: object } | undefined;

function createOther(pluginId: string, answers: Record<string, Answer>) {
  const asked: { path: string; body: unknown; user?: string }[] = [];
  const plugin = createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: {
          httpRouter: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ httpAuth, httpRouter }) {
          httpRouter.use(
            Router()
              .use(json())
              .use(async (incoming, response) => {
                const credentials = await httpAuth.credentials(incoming, {
                  allow: ['user'],
                });
                asked.push({
                  path: incoming.path,
                  body: incoming.body,
                  user: credentials.principal.userEntityRef,
                });
                const answer = answers[incoming.path];
                response
                  .status(answer?.status ?? 404)
                  .json(answer?.body ?? { error: { name: 'NotFoundError' } });
              }),
          );
        },
      });
    },
  });
  return { plugin, asked };
}

/** Rows of an assignment, as the part that writes them does. */
export async function assign(
  database: Knex,
  who: string,
  scopeRef: string,
  more: {
    status?: AssignmentStatus;
    role?: ChampionRole;
    specialisms?: string[];
    next_confirm_at?: number;
    ends_at?: number;
  } = {},
): Promise<string> {
  await database('people')
    .insert({ user_ref: who })
    .onConflict('user_ref')
    .ignore();
  const person = await database('people').where({ user_ref: who }).first('id');
  const { specialisms = [], ...columns } = more;
  const id = randomUUID();
  await database('assignments').insert({
    id,
    person_id: person.id,
    scope_ref: scopeRef,
    role: 'primary',
    source: 'portal',
    status: 'active',
    nominated_at: Date.now(),
    version: 1,
    specialisms: JSON.stringify(specialisms),
    ...columns,
  });
  return id;
}

/** Where champions of these entities can stand. */
export async function place(
  database: Knex,
  scopes: Record<string, string[]>,
): Promise<void> {
  for (const [entityRef, refs] of Object.entries(scopes)) {
    await database('entity_scopes').where({ entity_ref: entityRef }).delete();
    await database('entity_scopes').insert(
      refs.map((scope_ref, position) => ({
        entity_ref: entityRef,
        position,
        scope_ref,
      })),
    );
  }
}

/** What people of a test may do; it can change while the test runs. */
export interface Access {
  read: boolean;
  captains: string[];
  /** Who the policy lets agree on capacity anywhere. */
  leads: string[];
  /** Names of entities that the catalog hides from people. */
  hidden: string[];
}

function createPermissions(access: Access) {
  const userOf = (options: object) =>
    /"userEntityRef":"([^"]+)"/.exec(JSON.stringify(options))?.[1] ?? '';
  const decide = (name: string, user: string) => {
    const allowed =
      (name !== 'champions.champion.read' || access.read) &&
      (name !== 'champions.champion.manage' || access.captains.includes(user));
    return allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  };
  return mockServices.permissions.mock({
    authorize: async (requests, options) =>
      requests.map(({ permission }) => ({
        result: decide(permission.name, userOf(options)) as
          AuthorizeResult.ALLOW | AuthorizeResult.DENY,
      })),
    authorizeConditional: async (requests, options) =>
      requests.map(({ permission }) => {
        if (permission.name === 'catalog.entity.read') {
          return {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: { rule: 'ANY', resourceType: 'catalog-entity' },
          };
        }
        return isResourcePermission(permission as Permission)
          ? {
              result: access.leads.includes(userOf(options))
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
            }
          : { result: decide(permission.name, userOf(options)) };
      }),
  });
}

function createCatalog(entities: Entity[], access: Access) {
  const catalog = catalogServiceMock({ entities });
  const all = catalogServiceMock({ entities });
  jest
    .spyOn(catalog, 'getEntitiesByRefs')
    .mockImplementation(async (query, options) => {
      const { items } = await all.getEntitiesByRefs(query, options);
      const isUser = JSON.stringify(options).includes('"type":"user"');
      return {
        items: items.map(item =>
          isUser && item && access.hidden.includes(item.metadata.name)
            ? undefined
            : item,
        ),
      };
    });
  return catalog;
}

/** The plugin with the others that it asks, as people meet it. */
export async function startDesk(
  database: Knex,
  options: {
    entities?: Entity[];
    /** Paths of ingestion, and what it answers. */
    ingestion?: Record<string, Answer>;
    scorecards?: Record<string, Answer>;
  } = {},
) {
  const access: Access = {
    read: true,
    captains: [CAP],
    leads: [],
    hidden: [],
  };
  const ingestion = options.ingestion ?? {};
  const scorecards = options.scorecards ?? {};
  const others = {
    ingestion: createOther('ingestion', ingestion),
    scorecards: createOther('scorecards', scorecards),
  };
  const notifications = {
    send: jest.fn(async (_options: NotificationSendOptions) => {}),
  };
  const entities = options.entities ?? [
    group('payments', 'user:default/lead'),
    component('pay-api'),
    component('ledger'),
  ];
  const backend = await startTestBackend({
    features: [
      championsPlugin,
      others.ingestion.plugin,
      others.scorecards.plugin,
      mockServices.database.factory({ knex: database }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => createPermissions(access),
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => createCatalog(entities, access),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => notifications,
      }),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
    ],
  });
  const api = request(backend.server);
  // What a test places itself is not to be placed once more by the sweep.
  await until(async () => {
    const placed = await database('coverage').select('entity_ref');
    return (
      placed.length >= entities.filter(({ kind }) => kind !== 'User').length
    );
  });
  return {
    access,
    api,
    asked: {
      ingestion: others.ingestion.asked,
      scorecards: others.scorecards.asked,
    },
    ingestion,
    notifications,
    /** Whom notifications about questions were sent to, with what they say. */
    told: () =>
      notifications.send.mock.calls
        .filter(([{ payload }]) => payload.topic === QUESTION_TOPIC)
        .map(([{ payload, recipients }]) => ({
          to: 'entityRef' in recipients ? recipients.entityRef : undefined,
          text: JSON.stringify(payload),
        })),
    call: (
      who: string,
      method: 'delete' | 'get' | 'post' | 'put',
      path: string,
      body?: object,
    ) =>
      api[method](`/api/champions${path}`)
        .set('authorization', mockCredentials.user.header(who))
        .send(body),
    stop: () => backend.stop(),
  };
}

export type TestDesk = Awaited<ReturnType<typeof startDesk>>;
