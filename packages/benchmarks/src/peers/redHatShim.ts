import { createRequire } from 'node:module';
import {
  createExtensionPoint,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';

const COMMON = '@red-hat-developer-hub/backstage-plugin-scorecard-common';
const NODE = '@red-hat-developer-hub/backstage-plugin-scorecard-node';

/** A metric as 4.4.1 wants it, with its thresholds. */
export interface Metric {
  id: string;
  title: string;
  description: string;
  type: 'number';
  thresholds: { rules: { key: string; expression: string }[] };
}

/** A provider of metrics as 4.4.1 calls it. */
export interface MetricProvider {
  getProviderDatasourceId(): string;
  getProviderId(): string;
  getMetrics(): Metric[];
  getCatalogFilter(): Record<string, string>;
  calculateMetrics(entity: Entity): Promise<Map<string, number>>;
}

/** The extension point of its `-node`, with the providers of 4.4.1. */
export const metricsExtensionPoint = createExtensionPoint<{
  addMetricProvider(...providers: MetricProvider[]): void;
}>({ id: 'scorecard.metrics' });

interface Collector {
  id: string;
}

interface CollectorsService {
  init(options: { collectors: Collector[] }): void;
  getCollectorMetadata(id: string): Collector;
}

const collectorsServiceRef = createServiceRef<CollectorsService>({
  id: 'scorecard.collectors-service',
});

/** No metric here has a collector, so that it is never asked. */
const collectorsServiceFactory = createServiceFactory({
  service: collectorsServiceRef,
  deps: {},
  factory: (): CollectorsService => {
    const known = new Map<string, Collector>();
    return {
      init({ collectors }) {
        collectors.forEach(collector => known.set(collector.id, collector));
      },
      getCollectorMetadata(id) {
        const collector = known.get(id);
        if (!collector) {
          throw new NotFoundError(`No collector ${id}`);
        }
        return collector;
      },
    };
  },
});

const SCALARS = ['sum', 'average', 'max', 'min', 'count'];
const DAY_MS = 24 * 60 * 60_000;

/**
 * The back end 4.4.1 asks for `-common` and `-node` of 4.4.1, of which npm has
 * only 2.8.1. This gives those what the back end reads of the newer ones; to be
 * called before the back end is loaded.
 */
export function addWhatNpmLacks(): void {
  const load = createRequire(__filename);
  Object.assign(load(COMMON), {
    aggregationTypes: Object.fromEntries(
      ['statusGrouped', 'weightedStatusScore', ...SCALARS].map(type => [
        type,
        type,
      ]),
    ),
    scalarAggregationTypes: SCALARS,
  });
  Object.assign(load(NODE), {
    scorecardCollectorsExtensionPoint: createExtensionPoint({
      id: 'scorecard.collectors',
    }),
    scorecardCollectorsServiceRef: collectorsServiceRef,
    scorecardCollectorsServiceFactory: collectorsServiceFactory,
    parseDate: (time: string | number | Date) => new Date(time),
    daysToMilliseconds: (days: number) => days * DAY_MS,
  });
}
