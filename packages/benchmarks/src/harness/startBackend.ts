import { AddressInfo, createServer } from 'node:net';
import { createBackend } from '@backstage/backend-defaults';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { createPolicyModule, signInModule, SIGN_IN_CONFIG } from './signIn';
import { BackendDatabases } from './types';

/** Token of the pipeline and of the loader of a benchmark. */
export const SERVICE_TOKEN = 'benchmarks-service-token';
export const SERVICE_SUBJECT = 'benchmarks';

type Loadable = Parameters<ReturnType<typeof createBackend>['add']>[0];

export interface BackendOptions {
  databases: BackendDatabases;
  /** Beginning of the names of its databases. */
  prefix: string;
  features: Loadable[];
  entities: Entity[];
  /** The catalog service; without one Backstage's own for tests. */
  catalog?: BackendFeature;
  config?: JsonObject;
  /** Whether only conditions tell which entities the user may see. */
  conditionalCatalog?: boolean;
}

export interface RunningBackend {
  baseUrl: string;
  /** Name of the database of a plugin. */
  databaseOf(pluginId: string): string;
  /** Ends it and removes its databases. */
  stop(): Promise<void>;
}

/** Every back end of a run is as quiet as the other; a warning means that something is wrong. */
class QuietLogger implements RootLoggerService {
  error(message: string) {
    process.stderr.write(`${message}\n`);
  }
  warn() {}
  info() {}
  debug() {}
  child() {
    return this;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function baseFeatures(
  options: BackendOptions,
  data: JsonObject,
): BackendFeature[] {
  return [
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(data),
    }),
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => new QuietLogger(),
    }),
    options.catalog ??
      catalogServiceMock.factory({ entities: options.entities }),
    signInModule,
    createPolicyModule(options),
  ];
}

/**
 * A back end with Backstage's own services, authentication and permissions, a
 * policy that asks for the owner of evidence, and a catalog in memory.
 */
export async function startBackend(
  options: BackendOptions,
): Promise<RunningBackend> {
  const { databases, prefix } = options;
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  await databases.dropDatabases(prefix);
  const backend = createBackend();
  const features = baseFeatures(options, {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: databases.backendConfig(prefix),
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: SERVICE_TOKEN, subject: SERVICE_SUBJECT },
          },
        ],
      },
    },
    auth: SIGN_IN_CONFIG,
    permission: { enabled: true },
    ...options.config,
  });
  for (const feature of features) {
    backend.add(feature);
  }
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-permission-backend'));
  for (const feature of options.features) {
    backend.add(feature);
  }
  await backend.start();
  return {
    baseUrl,
    databaseOf: pluginId => `${prefix}${pluginId}`,
    async stop() {
      await backend.stop();
      await databases.dropDatabases(prefix);
    },
  };
}
