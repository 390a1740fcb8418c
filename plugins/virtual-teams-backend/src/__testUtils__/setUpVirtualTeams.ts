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
  findingsGrantPermission,
  Skill,
  TeamInput,
  TeamSettings,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { VirtualTeamsContext, VirtualTeamsPart } from '../context';
import { createContext } from '../createContext';
import { createParts } from '../createParts';
import { migrate } from '../migrate';
import { createRouter } from '../router/createRouter';
import { NoticeSender } from '../service/NoticeSender';
import { DEFAULT_SETTINGS } from '../settings/defaultSettings';

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

const PLATFORMS = ['payments', 'identity', 'cloud'] as const;

/** A bank in small: three platforms with a team each, people and services. */
export function smallBank(): Entity[] {
  const member = (name: string, team: string) =>
    entity('User', name, [['memberOf', `group:default/${team}`]]);
  return [
    ...PLATFORMS.map(name =>
      entity('Group', name, [], {
        spec: { type: 'platform' },
        annotations: { 'synchrony.io/lead': `user:default/head-of-${name}` },
      }),
    ),
    entity('Group', 'ledger', [['childOf', 'group:default/payments']]),
    entity('Group', 'login', [['childOf', 'group:default/identity']]),
    entity('Group', 'clusters', [['childOf', 'group:default/cloud']]),
    entity('Group', 'appsec'),
    entity('Component', 'ledger-api', [['ownedBy', 'group:default/ledger']]),
    entity('Component', 'login-web', [['ownedBy', 'group:default/login']]),
    entity('Component', 'mesh', [['ownedBy', 'group:default/clusters']]),
    member('ann', 'ledger'),
    member('ben', 'ledger'),
    member('cy', 'login'),
    member('dee', 'login'),
    member('eve', 'clusters'),
    member('fay', 'clusters'),
    member('manager', 'appsec'),
    ...PLATFORMS.map(name => member(`head-of-${name}`, name)),
    entity('User', 'sponsor'),
    entity('User', 'stranger'),
  ];
}

const skill = (id: string, more: Partial<Skill> = {}): Skill => ({
  id,
  name: id,
  category: 'technique',
  aliases: [],
  broader: [],
  related: [],
  status: 'active',
  checkIds: [],
  ...more,
});

export const SKILLS: Skill[] = [
  skill('webauthn', { name: 'WebAuthn', aliases: ['passkeys', 'fido2'] }),
  skill('mtls', { name: 'Mutual TLS', aliases: ['mtls'], broader: ['pki'] }),
  skill('pki', { name: 'PKI', related: ['webauthn'] }),
  skill('secrets', {
    name: 'Secrets management',
    checkIds: ['code.secrets-scan'],
  }),
];

/** An initiative of two platforms, led by Ann and sponsored. */
export function teamInput(more: Partial<TeamInput> = {}): TeamInput {
  return {
    name: 'passkeys',
    title: 'Passkeys Everywhere',
    kind: 'initiative',
    charter: {
      outcome: 'No passwords in customer journeys',
      inScope: 'Login',
      outOfScope: 'Staff',
      measures: [
        {
          id: 'logins',
          title: 'Logins with passkey',
          unit: '%',
          start: 3,
          aim: 40,
        },
      ],
    },
    sponsorRef: 'user:default/sponsor',
    leadRef: 'user:default/ann',
    deputyRefs: [],
    platformRefs: ['group:default/payments', 'group:default/identity'],
    interactionMode: 'collaboration',
    entityRefs: ['component:default/ledger-api', 'component:default/login-web'],
    channels: [],
    reviewAt: '2026-12-15',
    endsAt: '2027-06-30',
    requiredExpertise: [
      { skillId: 'webauthn', level: 'practitioner', count: 2 },
    ],
    checkIds: [],
    ...more,
  };
}

const NAMES = /^[a-z-]+$/;

/** The plugin without its loops, with a clock that a test moves. */
export async function setUpVirtualTeams(
  database: Knex,
  options: {
    entities?: Entity[];
    isPolicyInstalled?: boolean;
    parts?: (context: VirtualTeamsContext) => Promise<VirtualTeamsPart[]>;
    config?: object;
  } = {},
) {
  const { isPolicyInstalled = true, parts: makeParts = createParts } = options;
  await migrate(database);
  const state = {
    entities: options.entities ?? smallBank(),
    now: Date.parse('2026-11-26T09:00:00.000Z'),
    settings: { ...DEFAULT_SETTINGS } as TeamSettings,
    skills: SKILLS,
    /** Names of entities that people may not see; services see everything. */
    hidden: [] as string[],
    /** Names of permissions that nobody but the manager has. */
    denied: [] as string[],
    /** Who may grant findings, by name, on everything. */
    granters: [] as string[],
  };
  const userOf = (asked: object | undefined): string | undefined =>
    (asked as { credentials?: { principal?: { userEntityRef?: string } } })
      ?.credentials?.principal?.userEntityRef;
  const isManager = (user: string | undefined) =>
    user === undefined || user === 'user:default/manager';
  const permissions = mockServices.permissions.mock({
    authorize: async (requests, asked) =>
      requests.map(({ permission }) => ({
        result:
          !isManager(userOf(asked)) &&
          ((isPolicyInstalled &&
            [
              'virtual-teams.team.manage',
              'virtual-teams.privacy.erase',
              'virtual-teams.allocation.read',
            ].includes(permission.name)) ||
            state.denied.includes(permission.name))
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async (requests, asked) =>
      requests.map(({ permission }) => {
        if (permission.name === findingsGrantPermission.name) {
          const user = userOf(asked);
          return isManager(user) ||
            state.granters.some(name => user === `user:default/${name}`)
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
    .spyOn(catalog, 'getEntities')
    .mockImplementation((...args) => current().getEntities(...args));
  jest
    .spyOn(catalog, 'getEntitiesByRefs')
    .mockImplementation(async (query, asked) => {
      const { items } = await current().getEntitiesByRefs(query, asked);
      const isUser = userOf(asked) !== undefined;
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
  const context = await createContext({
    database,
    config: mockServices.rootConfig({
      data: { permission: { enabled: isPolicyInstalled }, ...options.config },
    }),
    logger: mockServices.logger.mock(),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    auth: mockServices.auth({ pluginId: 'virtual-teams' }),
    httpAuth: mockServices.httpAuth({ pluginId: 'virtual-teams' }),
    discovery: mockServices.discovery(),
    permissions,
    userInfo: mockServices.userInfo.mock({
      getUserInfo: async credentials => {
        const userEntityRef = userOf({ credentials }) ?? '';
        return { userEntityRef, ownershipEntityRefs: [userEntityRef] };
      },
    }),
    urlReader: mockServices.urlReader.mock(),
    catalog,
    notifications,
    signals: signals as never,
    clock: () => new Date(state.now),
  });
  context.settings.current = () => ({
    settings: state.settings,
    loadedAt: new Date(state.now).toISOString(),
    faults: [],
  });
  context.skills.current = () => ({
    items: state.skills,
    loadedAt: new Date(state.now).toISOString(),
    faults: [],
  });
  const parts = await makeParts(context);
  const app = express().use(createRouter(parts)).use(mockErrorHandler());
  await context.entities.sweep();
  const headerOf = (by: string) =>
    by === 'service'
      ? mockCredentials.service.header()
      : mockCredentials.user.header(`user:default/${by}`);
  const call =
    (method: 'get' | 'post' | 'put' | 'delete') =>
    async <T>(path: string, by: string, body?: object) => {
      if (!NAMES.test(by)) {
        throw new Error(`"${by}" is no name of the small bank`);
      }
      const sent = request(app)
        [method](path)
        .set('Authorization', headerOf(by));
      const answer = await (body ? sent.send(body) : sent);
      return {
        status: answer.status,
        body: answer.body as T,
        text: answer.text,
      };
    };
  const sender = new NoticeSender(context);
  return {
    state,
    context,
    parts,
    notifications,
    signals,
    get: call('get'),
    post: call('post'),
    put: call('put'),
    remove: call('delete'),
    /** What has been sent to whom since the last time, as `ref: title`. */
    async told() {
      await sender.sendDue();
      const sent = notifications.send.mock.calls.flatMap(
        ([{ payload, recipients }]) =>
          recipients.type === 'entity'
            ? [recipients.entityRef]
                .flat()
                .map(ref => `${ref}: ${payload.title}`)
            : [],
      );
      notifications.send.mockClear();
      return sent;
    },
    async sweep() {
      state.now += 1_000;
      await context.entities.sweep();
    },
    /** Lets time pass; then takes what parts do by themselves. */
    async passDays(days: number) {
      state.now += days * DAY_MS;
      for (const part of parts) {
        await part.round?.();
      }
    },
  };
}
