import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
  isResourcePermission,
  Permission,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  AssignmentStatus,
  ChampionRole,
  CoverageState,
} from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import request from 'supertest';
import { championsPlugin } from '../plugin';
import { until } from './until';

export const CAPTAIN = 'user:default/cap';
export const LEAD = 'user:default/lena';
export const READER = 'user:default/rob';

export function group(
  name: string,
  options: { parent?: string; lead?: string; type?: string } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name,
      title: name.toLocaleUpperCase('en-GB'),
      ...(options.lead && {
        annotations: { 'synchrony.io/lead': options.lead },
      }),
    },
    spec: { type: options.type ?? 'team', children: [] },
    relations: options.parent
      ? [{ type: 'childOf', targetRef: `group:default/${options.parent}` }]
      : [],
  };
}

export function user(name: string, ...groups: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name },
    spec: { memberOf: groups },
    relations: groups.map(each => ({
      type: 'memberOf',
      targetRef: `group:default/${each}`,
    })),
  };
}

export function component(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { 'synchrony.io/runtime': 'container' } },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

interface CoverageInput {
  state: CoverageState;
  scope?: string;
  owner?: string;
  tier?: string;
  isProduction?: boolean;
}

/** Writes down how well an entity is looked after, as other parts do. */
export async function putCoverage(
  database: Knex,
  entityRef: string,
  { isProduction = true, owner, scope, state, tier }: CoverageInput,
): Promise<void> {
  await database('coverage')
    .insert({
      entity_ref: entityRef,
      state,
      reasons: JSON.stringify(state === 'uncovered' ? ['nobody'] : []),
      scope_ref: scope ?? null,
      is_declared_only: false,
      kind: entityRef.split(':')[0],
      owner_ref: owner ?? null,
      tier: tier ?? null,
      is_production: isProduction,
      since: 0,
    })
    .onConflict('entity_ref')
    .merge();
}

interface AssignmentInput {
  id: string;
  user: string;
  scope: string;
  status: AssignmentStatus;
  role?: ChampionRole;
  nominator?: string;
  nominatedAt?: number;
  startedAt?: number;
  capacityPct?: number;
}

async function personId(database: Knex, userRef: string): Promise<number> {
  await database('people')
    .insert({ user_ref: userRef })
    .onConflict('user_ref')
    .ignore();
  return (await database('people').where('user_ref', userRef).first()).id;
}

/** Puts an assignment where it is to stand. */
export async function putAssignment(
  database: Knex,
  input: AssignmentInput,
): Promise<void> {
  await database('assignments').insert({
    id: input.id,
    person_id: await personId(database, `user:default/${input.user}`),
    scope_ref: input.scope,
    role: input.role ?? 'primary',
    source: 'portal',
    status: input.status,
    specialisms: '[]',
    capacity_pct: input.capacityPct ?? null,
    nominated_by: input.nominator
      ? await personId(database, input.nominator)
      : null,
    nominated_at: input.nominatedAt ?? Date.now(),
    started_at: input.startedAt ?? null,
    version: 1,
  });
}

/** What users may do beside reading; captains may do all. */
export interface ProgrammeAccess {
  /** Names of permissions that nobody has. */
  denied: string[];
  /** Names of entities that the catalog hides from users. */
  hidden?: string[];
}

/** The plugin with its HTTP interface, as people of the programme meet it. */
export async function setUpProgramme(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
  entities: Entity[],
  config: JsonObject = {},
) {
  const database = await databases.init(databaseId);
  const access: ProgrammeAccess = { denied: [] };
  const state = { entities };
  const current = () => catalogServiceMock({ entities: state.entities });
  const catalog = catalogServiceMock();
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
          isUser && item && access.hidden?.includes(item.metadata.name)
            ? undefined
            : item,
        ),
      };
    });
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({
      success: async () => {},
      fail: async () => {},
    }),
  });
  const notifications = {
    send: jest.fn(async (_options: NotificationSendOptions) => {}),
  };
  const allow = (isAllowed: boolean): DefinitivePolicyDecision =>
    isAllowed
      ? { result: AuthorizeResult.ALLOW }
      : { result: AuthorizeResult.DENY };
  const isAllowed = (name: string, credentials: unknown) => {
    const text = JSON.stringify(credentials);
    if (access.denied.includes(name)) {
      return false;
    }
    return (
      !['champions.champion.manage', 'champions.capacity.agree'].includes(
        name,
      ) ||
      text.includes(CAPTAIN) ||
      text.includes('"service"')
    );
  };
  const permissions = mockServices.permissions.mock({
    authorize: async (requests, options) =>
      requests.map(({ permission }) =>
        allow(isAllowed(permission.name, options?.credentials)),
      ),
    authorizeConditional: async (requests, options) =>
      requests.map(({ permission }) =>
        permission.name === 'catalog.entity.read' &&
        isResourcePermission(permission as Permission) &&
        access.hidden
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: {},
              },
            }
          : allow(isAllowed(permission.name, options?.credentials)),
      ),
  });
  const { server } = await startTestBackend({
    features: [
      championsPlugin,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => database }),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissions,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => notifications,
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
  type Method = 'get' | 'post' | 'put' | 'delete';
  async function ask<T>(
    method: Method,
    path: string,
    by: string,
    body?: object,
  ): Promise<{ status: number; body: T }> {
    const answer = await request(server)
      [method](`/api/champions${path}`)
      .set(
        'Authorization',
        by.startsWith('user:')
          ? mockCredentials.user.header(by)
          : mockCredentials.service.header({
              onBehalfOf: mockCredentials.service(by),
              targetPluginId: 'champions',
            }),
      )
      .send(body);
    return { status: answer.status, body: answer.body };
  }
  /** Waits until the catalog was read. */
  async function settle(): Promise<void> {
    const names = state.entities.map(entity =>
      stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
    );
    await until(async () => {
      const [{ count }] = await database('synchrony_entities')
        .whereIn('entity_ref', names)
        .andWhere('pending', 0)
        .count({ count: '*' });
      return Number(count) === names.length;
    });
  }
  await settle();
  return {
    access,
    ask,
    auditor,
    database,
    notifications,
    state,
  };
}
