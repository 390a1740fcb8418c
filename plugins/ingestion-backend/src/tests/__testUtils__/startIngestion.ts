import {
  BackendFeature,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  coreServices,
  createServiceFactory,
  PermissionsService,
  PermissionsServiceRequestOptions,
  ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  FindingsSummary,
  ReportReceipt,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import request from 'supertest';
import { ingestionPlugin } from '../../plugin';

export const ENTITY_REF = 'component:default/payments-api';

/** Header of a token with a subject. */
export function serviceHeader(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'ingestion',
  });
}

export const CI = serviceHeader('ci');

export function component(
  name: string,
  options: { owner?: string; annotations?: Record<string, string> } = {},
): Entity {
  const owner = options.owner ?? 'group:default/payments';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/source-location':
          'url:https://github.com/larkhill/payments/tree/main/',
        ...options.annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

export interface StartOptions {
  entities?: Entity[];
  config?: Record<string, unknown>;
  /** Whether a policy decides, see `permissions`; without one nobody runs ingestion. */
  permissionEnabled?: boolean;
  permissions?: { result: AuthorizeResult.ALLOW | AuthorizeResult.DENY };
  /** What a user owns besides being themselves. */
  /** Modules of the plugin. */
  features?: (BackendFeature | Promise<{ default: BackendFeature }>)[];
  ownershipEntityRefs?: string[] | (() => string[]);
  /** More services, or others than those of the test back end. */
  services?: ServiceFactory[];
}

/** Permissions as Backstage decides them for services, and all for people. */
function permissionsByRestriction(): PermissionsService {
  const decide = (
    { name }: Permission,
    options: PermissionsServiceRequestOptions,
  ): DefinitivePolicyDecision => {
    const principal: Partial<BackstageServicePrincipal> =
      'credentials' in options ? Object(options.credentials.principal) : {};
    const names = principal.accessRestrictions?.permissionNames;
    return {
      result:
        !names || names.includes(name)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    };
  };
  return {
    authorize: async (requests, options) =>
      requests.map(({ permission }) => decide(permission, options)),
    authorizeConditional: async (requests, options) =>
      requests.map(({ permission }) => decide(permission, options)),
  };
}

/** The plugin in a back end of its own, with helpers to talk to it. */
export async function startIngestion(
  database: Knex,
  options: StartOptions = {},
) {
  const backend = await startTestBackend({
    features: [
      ingestionPlugin,
      ...(options.features ?? []),
      catalogServiceMock.factory({
        entities: options.entities ?? [component('payments-api')],
      }),
      mockServices.database.factory({ knex: database }),
      options.permissions
        ? mockServices.permissions.factory(options.permissions)
        : createServiceFactory({
            service: coreServices.permissions,
            deps: {},
            factory: permissionsByRestriction,
          }),
      metricsServiceMock.factory(),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          getUserInfo: async credentials => {
            const owned = options.ownershipEntityRefs;
            return {
              userEntityRef: (
                credentials as BackstageCredentials<BackstageUserPrincipal>
              ).principal.userEntityRef,
              ownershipEntityRefs: (typeof owned === 'function'
                ? owned()
                : owned) ?? ['group:default/payments'],
            };
          },
        }),
      }),
      ...(options.services ?? []),
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: options.permissionEnabled ?? false },
          ingestion: {
            submitters: [{ subject: 'ci', entities: ['component:default/*'] }],
            ...options.config,
          },
        },
      }),
    ],
  });
  const api = request(backend.server);
  const send = (
    body: string | Buffer,
    query: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) =>
    api
      .post('/api/ingestion/reports')
      .query({ entityRef: ENTITY_REF, ...query })
      .set('authorization', CI)
      .set('content-type', 'application/octet-stream')
      .set(headers)
      .send(body);
  const receipt = async (reportId: string): Promise<ReportReceipt> => {
    const response = await api
      .get(`/api/ingestion/reports/${reportId}`)
      .query({ wait: '30' })
      .set('authorization', CI);
    expect(response.status).toBe(200);
    return response.body;
  };
  return {
    backend,
    api,
    send,
    receipt,
    /** Sends a report and waits until it is processed. */
    async submit(
      body: string | Buffer,
      query: Record<string, string> = {},
    ): Promise<ReportReceipt> {
      const response = await send(body, query);
      expect(response.body).toMatchObject({
        reportId: expect.any(String),
        status: expect.any(String),
      });
      expect(response.status).toBe(202);
      return receipt(response.body.reportId);
    },
    async summary(): Promise<FindingsSummary> {
      const response = await api
        .get('/api/ingestion/entities/default/component/payments-api/summary')
        .set('authorization', CI);
      expect(response.status).toBe(200);
      return response.body;
    },
    get: (path: string, query: Record<string, string> = {}) =>
      api.get(`/api/ingestion${path}`).query(query).set('authorization', CI),
    stop: () => backend.stop(),
  };
}

export type TestIngestion = Awaited<ReturnType<typeof startIngestion>>;
