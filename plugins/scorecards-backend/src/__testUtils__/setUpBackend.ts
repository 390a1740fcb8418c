import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  createPermission,
  isResourcePermission,
  Permission,
  QueryPermissionRequest,
  QueryPermissionResponse,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { EntityScorecards } from '@synchrony/backstage-plugin-scorecards-common';
import {
  createFactFeed,
  EVIDENCE_RECORDS_PATH,
  EvidenceRecords,
  FACT_FEED_PATH,
  FactFeed,
  migrateScorecardsNode,
} from '@synchrony/backstage-plugin-scorecards-node';
import { json, Router } from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { scorecardsPlugin } from '../plugin';
import { ingestionSchema, TestFacts } from './ingestionFacts';
import { until } from './until';

export function component(name: string, owner = 'payments'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'synchrony.io/criticality': 'tier-1',
        'synchrony.io/data-classification': 'confidential',
        'synchrony.io/exposure': 'internet',
        'backstage.io/source-location': `url:https://example.com/${name}/`,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

export function group(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    spec: { type: 'team', children: [] },
  };
}

interface PublishOptions {
  observedAt?: string;
  validUntil?: string;
}

/** A source of facts like ingestion, with a real fact feed. */
function createFakeIngestion() {
  const started: { feed?: FactFeed<TestFacts>; database?: Knex } = {};
  const evidence: {
    status: number;
    body?: EvidenceRecords;
    /** Refs that it was asked about last. */
    asked?: string[];
  } = { status: 404 };
  const waivers: { status: number; body?: object } = { status: 404 };
  const plugin = createBackendPlugin({
    pluginId: 'ingestion',
    register(env) {
      env.registerInit({
        deps: {
          database: coreServices.database,
          events: eventsServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
        },
        async init({ database, httpRouter, ...services }) {
          started.database = await database.getClient();
          await migrateScorecardsNode(started.database);
          started.feed = await createFactFeed<TestFacts>({
            ...services,
            database: started.database,
            source: 'ingestion',
            schema: JSON.parse(JSON.stringify(ingestionSchema)),
            permission: createPermission({
              name: 'ingestion.facts.read',
              attributes: { action: 'read' },
            }),
          });
          httpRouter.use(
            Router()
              .use(FACT_FEED_PATH, started.feed.router())
              .get('/waivers/:id', (_, response) => {
                response.status(waivers.status).json(waivers.body ?? {});
              })
              .post(EVIDENCE_RECORDS_PATH, json(), (incoming, response) => {
                evidence.asked = incoming.body.entityRefs;
                response.status(evidence.status).json(evidence.body ?? {});
              }),
          );
        },
      });
    },
  });
  return {
    plugin,
    /** What it answers for evidence packs; it keeps none at first. */
    evidence,
    /** What it answers about every waiver. */
    waivers,
    /** Publishes facts of a component, as ingestion does after a report. */
    async publish(
      name: string,
      facts: TestFacts | null,
      options: PublishOptions = {},
    ): Promise<void> {
      await started.database!.transaction(tx =>
        started.feed!.publish(tx, [
          {
            entityRef: `component:default/${name}`,
            facts,
            observedAt: options.observedAt ?? new Date().toISOString(),
            validUntil: options.validUntil,
          },
        ]),
      );
      await started.feed!.announce();
    },
    /** Has scorecards look again, though nothing changed. */
    nudge: () => started.feed!.announce(),
    /** Forgets everything, as a new database does. */
    async reset(): Promise<void> {
      await started.database!('synchrony_facts').delete();
      await started.database!('synchrony_facts_feed').update({
        feed_id: 'another',
        last_seq: 0,
      });
      await started.feed!.announce();
    },
  };
}

/** What the user of a test may do; it can change while the test runs. */
export interface Access {
  score: boolean;
  factsWrite: boolean;
  evidence: 'all' | 'none' | { claims: string[] };
  catalog: 'all' | 'none' | 'some';
  /** Names of entities that the catalog hides from users when it is `some`. */
  hidden: string[];
  /** Names of permissions, not about an entity, that the user lacks. */
  denied: string[];
}

function decide(
  { permission }: QueryPermissionRequest,
  access: Access,
): QueryPermissionResponse {
  const decision =
    permission.name === 'catalog.entity.read'
      ? access.catalog
      : access.evidence;
  switch (decision) {
    case 'all':
      return { result: AuthorizeResult.ALLOW };
    case 'none':
      return { result: AuthorizeResult.DENY };
    default:
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'scorecards',
        resourceType: permission.resourceType,
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: permission.resourceType,
          params: decision === 'some' ? {} : decision,
        },
      };
  }
}

function createPermissions(access: Access) {
  const denied = (name: string) =>
    (name === 'scorecards.score.read' && !access.score) ||
    (name === 'scorecards.facts.write' && !access.factsWrite) ||
    access.denied.includes(name);
  const decideBasic = (name: string) =>
    denied(name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW;
  return mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: decideBasic(permission.name),
      })),
    authorizeConditional: async requests =>
      requests.map(item => {
        // As in the real one, a permission without a resource may be among them.
        const { name } = item.permission;
        return isResourcePermission(item.permission as Permission)
          ? decide(item, access)
          : { result: decideBasic(name) };
      }),
  });
}

function createCatalog(state: { entities: Entity[] }, access: Access) {
  const catalog = catalogServiceMock();
  const current = () => catalogServiceMock({ entities: state.entities });
  jest
    .spyOn(catalog, 'streamEntities')
    .mockImplementation((...args) => current().streamEntities(...args));
  jest
    .spyOn(catalog, 'getEntitiesByRefs')
    .mockImplementation(async (query, options) => {
      const { items } = await current().getEntitiesByRefs(query, options);
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

/** A back end with scorecards and a source of facts, as a user meets it. */
export async function setUpBackend(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
  entities: Entity[],
  config: JsonObject = {},
) {
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({
      success: async () => {},
      fail: async () => {},
    }),
  });
  const clients: Record<string, Knex> = {
    scorecards: await databases.init(databaseId),
    ingestion: await databases.init(databaseId),
  };
  const access: Access = {
    score: true,
    factsWrite: true,
    evidence: 'all',
    catalog: 'all',
    hidden: [],
    denied: [],
  };
  const state = { entities };
  const ingestion = createFakeIngestion();
  const actions = actionsRegistryServiceMock();
  const notifications = {
    send: jest.fn(async (_options: NotificationSendOptions) => {}),
  };
  const signals = { publish: jest.fn(async (_signal: unknown) => {}) };
  const events = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
  });
  const { server } = await startTestBackend({
    features: [
      scorecardsPlugin,
      ingestion.plugin,
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => ({
          getClient: async () => clients[plugin.getId()],
        }),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => createPermissions(access),
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => createCatalog(state, access),
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => events.forPlugin(plugin.getId()),
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => notifications,
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => signals,
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => auditor,
      }),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true }, ...config },
      }),
    ],
  });
  async function get<T>(
    path: string,
    authorization = mockCredentials.user.header(),
  ): Promise<{ status: number; body: T }> {
    const { status, body } = await request(server)
      .get(`/api/scorecards${path}`)
      .set('Authorization', authorization);
    return { status, body };
  }
  /** Reads a file as it is sent. */
  async function download(
    path: string,
  ): Promise<{ text: string; headers: Record<string, string> }> {
    const { headers, text } = await request(server)
      .get(`/api/scorecards${path}`)
      .set('Authorization', mockCredentials.user.header())
      .buffer(true);
    return { headers, text };
  }
  /** Sends a body as a user; another one when a ref is given. */
  async function send<T>(
    method: 'post' | 'put',
    path: string,
    body: object,
    userRef?: string,
  ): Promise<{ status: number; body: T }> {
    const answer = await request(server)
      [method](`/api/scorecards${path}`)
      .set('Authorization', mockCredentials.user.header(userRef))
      .send(body);
    return { status: answer.status, body: answer.body };
  }
  /** Deletes as a user; another one when a ref is given. */
  async function remove(path: string, userRef?: string): Promise<number> {
    const { status } = await request(server)
      .delete(`/api/scorecards${path}`)
      .set('Authorization', mockCredentials.user.header(userRef));
    return status;
  }
  // The replica that has the lease takes the definitions into use.
  await until(() => clients.scorecards('definition_state').first());
  return {
    remove,
    /** What the auditor was told. */
    audited: () =>
      auditor.createEvent.mock.calls.map(([options]) => ({
        eventId: options.eventId,
        meta: options.meta,
      })),
    /** Pushes as a token, or as a person. */
    async push<T>(
      path: string,
      body: object,
      by = 'external:test-service',
    ): Promise<{ status: number; body: T }> {
      const answer = await request(server)
        .put(`/api/scorecards${path}`)
        .set(
          'Authorization',
          by === 'user'
            ? mockCredentials.user.header()
            : mockCredentials.service.header({
                onBehalfOf: mockCredentials.service(by),
                targetPluginId: 'scorecards',
              }),
        )
        .send(body);
      return { status: answer.status, body: answer.body };
    },
    access,
    download,
    send,
    state,
    ingestion,
    actions,
    notifications,
    signals,
    get,
    database: clients.scorecards,
    async scorecard(name: string) {
      const { body } = await get<EntityScorecards>(
        `/entities/default/component/${name}`,
      );
      return body.scorecards?.[0];
    },
  };
}
