import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  capacityAgreePermission,
  ProgrammeSettings,
} from '@synchrony/backstage-plugin-champions-common';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { createAssignments } from '../createAssignments';
import { createContext } from '../createContext';
import { createImport } from '../createImport';
import { migrate } from '../migrate';
import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { createRouter } from '../router/createRouter';

const DAY_MS = 24 * 60 * 60_000;

type Relations = [type: string, target: string][];

export function entity(
  kind: string,
  name: string,
  relations: Relations = [],
  more: { annotations?: Record<string, string>; spec?: object } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, annotations: more.annotations ?? {} },
    spec: { type: 'team', lifecycle: 'production', ...more.spec },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

/** A bank in small: a team below a platform, and what it owns. */
export function smallBank(): Entity[] {
  const inTeam: Relations = [['memberOf', 'group:default/payments']];
  return [
    entity('Group', 'retail'),
    entity('Group', 'appsec'),
    entity('Group', 'payments', [['childOf', 'group:default/retail']], {
      annotations: { 'synchrony.io/lead': 'user:default/lead' },
    }),
    entity('Domain', 'money', [['ownedBy', 'group:default/retail']]),
    entity('System', 'checkout', [
      ['ownedBy', 'group:default/payments'],
      ['partOf', 'domain:default/money'],
    ]),
    entity('Component', 'api', [
      ['ownedBy', 'group:default/payments'],
      ['partOf', 'system:default/checkout'],
    ]),
    entity('Component', 'web', [['ownedBy', 'group:default/payments']]),
    ...['ann', 'ben', 'cy'].map(name => entity('User', name, inTeam)),
    ...['lead', 'captain', 'stranger'].map(name => entity('User', name)),
  ];
}

/** The plugin without its loops, with a clock that a test moves. */
export async function setUpChampions(
  database: Knex,
  entities: Entity[],
  { isPolicyInstalled = true } = {},
) {
  await migrate(database);
  const state = {
    entities,
    now: Date.parse('2026-11-26T09:00:00.000Z'),
    settings: { ...DEFAULT_SETTINGS } as ProgrammeSettings,
    hidden: [] as string[],
  };
  const userOf = (options: object | undefined): string | undefined =>
    (options as { credentials?: { principal?: { userEntityRef?: string } } })
      ?.credentials?.principal?.userEntityRef;
  const permissions = mockServices.permissions.mock({
    authorize: async (requests, options) =>
      requests.map(({ permission }) => ({
        result:
          isPolicyInstalled &&
          permission.name === 'champions.champion.manage' &&
          ![undefined, 'user:default/captain'].includes(userOf(options))
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async (requests, options) =>
      requests.map(({ permission }) => {
        if (permission.name === capacityAgreePermission.name) {
          return userOf(options) === undefined
            ? { result: AuthorizeResult.ALLOW }
            : { result: AuthorizeResult.DENY };
        }
        return state.hidden.length > 0
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
              },
            }
          : { result: AuthorizeResult.ALLOW };
      }),
  });
  const catalog = catalogServiceMock();
  const current = () => catalogServiceMock({ entities: state.entities });
  jest
    .spyOn(catalog, 'streamEntities')
    .mockImplementation((...args) => current().streamEntities(...args));
  jest
    .spyOn(catalog, 'getEntitiesByRefs')
    .mockImplementation(async (query, options) => {
      const { items } = await current().getEntitiesByRefs(query, options);
      const isUser = userOf(options) !== undefined;
      return {
        items: items.map(item =>
          isUser && item && state.hidden.includes(item.metadata.name)
            ? undefined
            : item,
        ),
      };
    });
  const notifications = {
    send: jest.fn(async (_options: NotificationSendOptions) => {}),
  };
  const signals = { publish: jest.fn(async (_signal: unknown) => {}) };
  const config = mockServices.rootConfig({
    data: { permission: { enabled: isPolicyInstalled } },
  });
  const context = await createContext({
    database,
    config,
    logger: mockServices.logger.mock(),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    auth: mockServices.auth({ pluginId: 'champions' }),
    httpAuth: mockServices.httpAuth({ pluginId: 'champions' }),
    discovery: mockServices.discovery(),
    permissions,
    userInfo: mockServices.userInfo.mock({
      getUserInfo: async credentials => {
        const userEntityRef = userOf({ credentials }) ?? '';
        return {
          userEntityRef,
          ownershipEntityRefs:
            userEntityRef === 'user:default/captain'
              ? [userEntityRef, 'group:default/appsec']
              : [userEntityRef],
        };
      },
    }),
    urlReader: mockServices.urlReader.mock(),
    catalog,
    notifications,
    signals: signals as never,
    clock: () => new Date(state.now),
  });
  context.programme = {
    current: () => ({
      settings: state.settings,
      loadedAt: new Date(state.now).toISOString(),
      faults: [],
    }),
  };
  const part = await createAssignments(context);
  const app = express()
    .use(createRouter([createImport(context, part), part]))
    .use(mockErrorHandler());
  await context.entities.sweep();
  const headerOf = (by: string) =>
    by === 'service'
      ? mockCredentials.service.header()
      : mockCredentials.user.header(`user:default/${by}`);
  return {
    state,
    part,
    context,
    notifications,
    signals,
    async sweep() {
      state.now += 1_000;
      await context.entities.sweep();
    },
    /** As the part for privacy does, which ends assignments first. */
    async erase(userRef: string) {
      await database.transaction(async tx => {
        const personId = await context.people.idOf(tx, userRef);
        await context.assignmentEnding.endAllOf(tx, personId);
        await tx('people')
          .where({ id: personId })
          .update({
            user_ref: `user:erased/${personId}`,
            erased_at: state.now,
          });
        await context.erasedPeople.remember(tx, userRef);
      });
    },
    async passDays(days: number) {
      state.now += days * DAY_MS;
      // As two replicas do when a lease changes hands.
      await Promise.all([
        part.assignmentClock.takeDueSteps(),
        part.assignmentClock.takeDueSteps(),
      ]);
      await part.assignmentClock.round();
    },
    async get<T>(path: string, by = 'stranger', headers = {}) {
      const answer = await request(app)
        .get(path)
        .set('Authorization', headerOf(by))
        .set(headers);
      return {
        status: answer.status,
        body: answer.body as T,
        headers: answer.headers as Record<string, string>,
      };
    },
    async post<T>(path: string, body: object, by = 'stranger') {
      const answer = await request(app)
        .post(path)
        .set('Authorization', headerOf(by))
        .send(body);
      return { status: answer.status, body: answer.body as T };
    },
    /** What is published of an entity. */
    async facts(entityRef: string) {
      const row = await database('synchrony_facts')
        .where({ entity_ref: entityRef })
        .first();
      return row?.facts ? JSON.parse(row.facts).coverage : undefined;
    },
  };
}
