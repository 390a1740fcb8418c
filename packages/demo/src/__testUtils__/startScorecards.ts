import { AddressInfo } from 'node:net';
import {
  BackendFeature,
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
import scorecards from '@synchrony/backstage-plugin-scorecards-backend';
import {
  FACT_FEED_PATH,
  FactFeedItem,
  FactFeedPage,
} from '@synchrony/backstage-plugin-scorecards-node';
import { JsonObject } from '@backstage/types';
import { Router } from 'express';
import { DemoPortal } from '../loader/DemoPortal';

/** What a plugin tells scorecards. */
export interface ToldSource {
  schema: object;
  items: FactFeedItem[];
}

/** A plugin that has said everything already. */
function sourcePlugin(pluginId: string, source: ToldSource): BackendFeature {
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          const page: FactFeedPage = {
            items: source.items,
            cursor: 'demo.1',
            more: false,
          };
          const router = Router()
            .get(`${FACT_FEED_PATH}/schema`, (_, response) => {
              response.json(source.schema);
            })
            .get(FACT_FEED_PATH, (request, response) => {
              const isRead = request.query.after === page.cursor;
              response.json(isRead ? { ...page, items: [] } : page);
            });
          httpRouter.use(router);
        },
      });
    },
  });
}

function serviceToken(subject: string): string {
  return mockCredentials.service.token({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'scorecards',
  });
}

/**
 * Scorecards as they are shipped, between a catalog and sources of facts; they
 * stop with the tests.
 */
export async function startScorecards(options: {
  entities: Entity[];
  sources: Record<string, ToldSource>;
  config: JsonObject;
}): Promise<DemoPortal> {
  const { config, entities, sources } = options;
  const { server } = await startTestBackend({
    features: [
      scorecards,
      ...Object.entries(sources).map(([id, source]) =>
        sourcePlugin(id, source),
      ),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogServiceMock({ entities }),
      }),
      mockServices.permissions.factory(),
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  const { port } = server.address() as AddressInfo;
  return new DemoPortal({
    baseUrl: `http://localhost:${port}`,
    ciToken: serviceToken('demo-ci'),
    registerToken: serviceToken('demo-register'),
    adminToken: mockCredentials.user.token(),
  });
}
