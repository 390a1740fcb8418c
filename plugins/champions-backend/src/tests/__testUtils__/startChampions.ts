import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import Ajv from 'ajv/dist/2020';
import { Knex } from 'knex';
import request from 'supertest';
import { openApiDocument } from '../../openapi';
import { championsPlugin } from '../../plugin';

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(openApiDocument, 'openapi');

export const SERVICE = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:search'),
  targetPluginId: 'champions',
});

export function person(ref: string): string {
  return mockCredentials.user.header(ref);
}

export interface StartOptions {
  entities?: Entity[];
  features?: BackendFeature[];
  /** Whether the portal has a policy; it has unless this says otherwise. */
  hasPolicy?: boolean;
}

/** The plugin in a back end of its own, with helpers to talk to it. */
export async function startChampions(
  database: Knex,
  options: StartOptions = {},
) {
  /** Names of permissions that nobody has; `catalog` hides the catalog. */
  const denied = new Set<string>();
  const decide = (name: string) => ({
    result: denied.has(name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  });
  const audited: { eventId: string; meta?: object }[] = [];
  const actions = actionsRegistryServiceMock();
  const backend = await startTestBackend({
    features: [
      championsPlugin,
      ...(options.features ?? []),
      catalogServiceMock.factory({ entities: options.entities ?? [] }),
      mockServices.database.factory({ knex: database }),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: options.hasPolicy ?? true } },
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () =>
          mockServices.permissions.mock({
            authorize: async requests =>
              requests.map(({ permission }) => decide(permission.name)),
            authorizeConditional: async requests =>
              requests.map(({ permission }) => decide(permission.name)),
          }),
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => ({
          createEvent: async ({ eventId, meta }) => ({
            success: async more => {
              audited.push({ eventId, meta: { ...meta, ...more?.meta } });
            },
            fail: async () => {
              audited.push({ eventId: `${eventId} refused` });
            },
          }),
        }),
      }),
    ],
  });
  const api = request(backend.server);
  async function call(
    method: 'get' | 'post',
    path: string,
    who: string,
    body?: object,
  ) {
    const answer = await api[method](`/api/champions${path}`)
      .set('Authorization', who)
      .send(body);
    return { status: answer.status, body: answer.body };
  }
  return {
    denied,
    audited,
    actions,
    call,
    /** Calls, and holds what succeeds against the document. */
    async described(
      method: 'get' | 'post',
      described: string,
      path: string,
      who: string,
      body?: object,
    ) {
      const answer = await call(method, path, who, body);
      const pointer = described.replaceAll('/', '~1');
      const valid = ajv.compile({
        $ref: `openapi#/${encodeURI(`paths/${pointer}/${method}/responses/${answer.status}/content/application~1json/schema`)}`,
      });
      valid(answer.body);
      expect({ described, errors: valid.errors ?? [] }).toEqual({
        described,
        errors: [],
      });
      return answer;
    },
    stop: () => backend.stop(),
  };
}
