import {
  ADVISORY_BUCKETS,
  AdvisoryBucket,
  AdvisorySearchPage,
  AdvisorySearchQuery,
  COMPONENT_BUCKETS,
  ComponentBucket,
  ComponentExportQuery,
  ComponentSearchPage,
  ComponentSearchQuery,
  EntityInventoryPage,
  EntityInventoryQuery,
  ExportFormat,
  FoundPackage,
  InventoryApi,
  InventorySearchItem,
} from '@synchrony/backstage-plugin-ingestion-common';
import { daysFromNow, ENTITY_REF, pageOf } from './fixtures';

const LOG4J: FoundPackage = {
  name: 'org.apache.logging.log4j:log4j-core',
  type: 'maven',
  purl: 'pkg:maven/org.apache.logging.log4j/log4j-core',
};

/** An entity that has log4j-core 2.14.1 by a list and by a finding. */
export function hasLog4j<Bucket extends string>(
  bucket: Bucket,
): InventorySearchItem<Bucket> {
  const version = {
    package: LOG4J.name,
    type: 'maven',
    version: '2.14.1',
    answer: 'in' as const,
  };
  return {
    entityRef: ENTITY_REF,
    ownerRef: 'group:default/instant-payments',
    bucket,
    asOf: daysFromNow(-40),
    isStale: true,
    matches: [
      { ...version, source: 'inventory', direct: false, tool: 'syft' },
      {
        ...version,
        source: 'finding',
        findingId: 'f1',
        status: 'risk_accepted',
        fixedVersions: ['2.17.1'],
      },
    ],
  };
}

function summaryOf<Bucket extends string>(
  buckets: readonly Bucket[],
  some: Partial<Record<Bucket, number>>,
) {
  const counts = Object.fromEntries(
    buckets.map(bucket => [bucket, some[bucket] ?? 0]),
  ) as Record<Bucket, number>;
  return {
    counts,
    owners: [{ ownerRef: 'group:default/instant-payments', counts }],
    packages: [LOG4J],
    asOf: daysFromNow(0),
  };
}

/** Answers what a test sets, and keeps what was asked. */
export class FakeInventoryApi implements InventoryApi {
  components: ComponentSearchPage = {
    ...summaryOf<ComponentBucket>(COMPONENT_BUCKETS, {
      affected: 1,
      noSbom: 3,
      notAffected: 10,
    }),
    ...pageOf([hasLog4j<ComponentBucket>('affected')]),
  };
  advisory: AdvisorySearchPage = {
    ...summaryOf<AdvisoryBucket>(ADVISORY_BUCKETS, { cannotTell: 14 }),
    ...pageOf([]),
    isKnown: false,
  };
  inventory: EntityInventoryPage = {
    ...pageOf([]),
    lists: [],
    asOf: daysFromNow(0),
  };
  /** What every call fails with. */
  error?: Error;
  readonly askedComponents: ComponentSearchQuery[] = [];
  readonly askedAdvisories: ({ id: string } & AdvisorySearchQuery)[] = [];
  readonly askedInventory: EntityInventoryQuery[] = [];
  readonly exported: object[] = [];

  async searchComponents(query: ComponentSearchQuery) {
    this.askedComponents.push(query);
    return this.#answer(this.components);
  }

  async searchAdvisory(id: string, query: AdvisorySearchQuery = {}) {
    this.askedAdvisories.push({ id, ...query });
    return this.#answer(this.advisory);
  }

  async suggestPackages(_q: string) {
    return this.#answer({ items: [LOG4J] });
  }

  async getInventory(_entityRef: string, query: EntityInventoryQuery = {}) {
    this.askedInventory.push(query);
    return this.#answer(this.inventory);
  }

  async exportComponents(query: ComponentExportQuery, format: ExportFormat) {
    return this.#file({ ...query, format });
  }

  async exportAdvisory(id: string, format: ExportFormat) {
    return this.#file({ id, format });
  }

  async exportInventory(
    entityRef: string,
    query: Pick<EntityInventoryQuery, 'q'>,
    format: ExportFormat,
  ) {
    return this.#file({ entityRef, ...query, format });
  }

  #file(asked: object): Blob {
    this.exported.push(asked);
    return this.#answer(new Blob(['x']));
  }

  #answer<T>(value: T): T {
    if (this.error) {
      throw this.error;
    }
    return value;
  }
}
