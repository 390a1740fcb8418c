import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityAccess,
  EntityProjection,
  EntityRow,
  FactFeed,
  FactRow,
} from '@synchrony/backstage-plugin-scorecards-node';
import { parseEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { readIngestionConfig } from '../../config/readIngestionConfig';
import { createIngestion, migrateIngestion } from '../../createIngestion';
import { Cursors } from '../../service/cursor';
import { SecretStore } from '../../store/SecretStore';

export function entityRow(
  entityRef: string,
  annotations: Record<string, string> = {},
): EntityRow {
  return {
    entityRef,
    ...parseEntityRef(entityRef),
    ownerRef: 'group:default/payments',
    annotations,
    relations: [],
    asOf: new Date(0).toISOString(),
  };
}

/** A clock that only tests move. */
export class TestClock {
  #now = Date.parse('2026-11-24T09:00:00.000Z');

  readonly read = () => new Date(this.#now);

  advanceSeconds(seconds: number): void {
    this.#now += seconds * 1000;
  }

  advanceDays(days: number): void {
    this.#now += days * 24 * 60 * 60 * 1000;
  }
}

/** A feed that keeps what was published. */
export class FeedDouble {
  readonly facts = new Map<string, IngestionFacts | null>();

  async publish(
    _tx: Knex.Transaction,
    rows: FactRow<IngestionFacts>[],
  ): Promise<string[]> {
    for (const row of rows) {
      this.facts.set(row.entityRef, row.facts);
    }
    return rows.map(row => row.entityRef);
  }

  async announce(): Promise<void> {}
}

const allowAll: EntityAccess = {
  visible: async () => ({ kind: 'all' }),
  require: async () => {},
  can: async () => true,
};

/** The services of ingestion without HTTP, on a clock that stands still. */
export async function createTestIngestion(
  database: Knex,
  entities: Pick<EntityProjection, 'get'>,
  options: {
    start?: boolean;
    access?: EntityAccess;
    /** Settings under `ingestion`. */
    config?: JsonObject;
    /** What a policy decides about all but entities. */
    result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  } = {},
) {
  await migrateIngestion(database);
  const clock = new TestClock();
  const feed = new FeedDouble();
  const config = readIngestionConfig(
    mockServices.rootConfig({
      data: {
        ingestion: {
          submitters: [{ subject: 'ci', entities: ['component:default/*'] }],
          ...options.config,
        },
      },
    }),
  );
  const ingestion = createIngestion({
    database,
    config,
    logger: mockServices.rootLogger({ level: 'none' }),
    auth: mockServices.auth(),
    userInfo: mockServices.userInfo(),
    permissions: mockServices.permissions({
      result: options.result ?? AuthorizeResult.ALLOW,
    }),
    permissionEnabled: true,
    entities: entities as EntityProjection,
    access: options.access ?? allowAll,
    catalogVisibility: {
      mode: async () => 'all',
      filter: async (_, refs) => new Set(refs),
    },
    users: { has: async () => true },
    cursors: await Cursors.open(new SecretStore(database)),
    feed: feed as unknown as FactFeed<IngestionFacts>,
    createMetrics: () => ({ processed: () => {}, finished: () => {} }),
    clock: clock.read,
  });
  if (options.start ?? true) {
    ingestion.loop.start();
  }
  return {
    clock,
    config,
    credentials: mockCredentials.service('ci'),
    feed,
    ingestion,
    async stop() {
      await ingestion.loop.stop();
      await ingestion.workers.stop();
    },
  };
}
