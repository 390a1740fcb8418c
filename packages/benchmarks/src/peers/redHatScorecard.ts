import { createBackendModule } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { entitiesOf, componentName } from '../harness/entities';
import { indexedCatalog } from '../harness/indexedCatalog';
import { OWNER_REF, USER_REF } from '../harness/signIn';
import {
  RunningBackend,
  SERVICE_TOKEN,
  startBackend,
} from '../harness/startBackend';
import { BackendDatabases } from '../harness/types';
import { PEER_CHECKS } from '../sizes';
import { addWhatNpmLacks, metricsExtensionPoint } from './redHatShim';

const DATASOURCE = 'benchmark';
const PROVIDER = `${DATASOURCE}.facts`;
const POLL_MS = 100;
const POLLS = 1200;

const METRICS = Array.from({ length: PEER_CHECKS }, (_, index) => ({
  id: `${DATASOURCE}.metric${index}`,
  title: `Metric ${index}`,
  description: `What metric ${index} counts`,
  type: 'number' as const,
  thresholds: {
    rules: [
      { key: 'success', expression: '<1' },
      { key: 'warning', expression: '1-2' },
      { key: 'error', expression: '>2' },
    ],
  },
}));

/** Its table of values. */
export const RED_HAT_VALUES = 'metric_values';

/** The metric whose values are added up. */
export const AGGREGATED_METRIC = METRICS[0].id;

/** One provider of all metrics, which is its fastest way to collect them. */
const metricsModule = createBackendModule({
  pluginId: 'scorecard',
  moduleId: 'benchmark-metrics',
  register(env) {
    env.registerInit({
      deps: { metrics: metricsExtensionPoint },
      async init({ metrics }) {
        metrics.addMetricProvider({
          getProviderDatasourceId: () => DATASOURCE,
          getProviderId: () => PROVIDER,
          getMetrics: () => METRICS,
          getCatalogFilter: () => ({ kind: 'component' }),
          calculateMetrics: async ({ metadata }) =>
            new Map(
              METRICS.map(({ id }, index) => [
                id,
                (metadata.name.length + index) % 3,
              ]),
            ),
        });
      },
    });
  },
});

/** Its collectors run when asked to. */
const CONFIG: JsonObject = {
  scorecard: {
    metricProviders: {
      [DATASOURCE]: {
        facts: {
          schedule: {
            frequency: { cron: '0 0 1 1 *' },
            timeout: { minutes: 5 },
            initialDelay: { seconds: 0 },
          },
        },
      },
    },
  },
};

/** It adds up what the signed-in user owns, as the catalog knows that user. */
const READER: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: USER_REF.split('/')[1],
    namespace: 'default',
    uid: 'user-reader',
  },
  spec: { memberOf: ['owners'] },
  relations: [{ type: 'memberOf', targetRef: OWNER_REF }],
};

/** Red Hat's scorecard back end with a value of every metric for every entity. */
export async function startRedHatScorecard(
  databases: BackendDatabases,
  prefix: string,
  entities: number,
): Promise<RunningBackend> {
  addWhatNpmLacks();
  const known = [READER, ...entitiesOf(entities)];
  const backend = await startBackend({
    databases,
    prefix,
    entities: known,
    catalog: indexedCatalog(known),
    features: [
      import('@red-hat-developer-hub/backstage-plugin-scorecard-backend'),
      metricsModule,
    ],
    config: CONFIG,
  });
  await collect(backend.baseUrl, entities);
  return backend;
}

/** The address of all metrics of each entity. */
export function redHatUrls(baseUrl: string, entities: number): string[] {
  return Array.from(
    { length: entities },
    (_, index) =>
      `${baseUrl}/api/scorecard/metrics/catalog/component/default/${componentName(index)}`,
  );
}

/** One round of its collector, as its scheduler would start it. */
async function collect(baseUrl: string, entities: number): Promise<void> {
  const headers = { authorization: `Bearer ${SERVICE_TOKEN}` };
  const trigger = () =>
    fetch(
      `${baseUrl}/api/scorecard/.backstage/scheduler/v1/tasks/${PROVIDER}/trigger`,
      { method: 'POST', headers },
    );
  let triggered = await trigger();
  // 404: the task is not registered yet.
  for (let poll = 0; triggered.status === 404 && poll < POLLS; poll++) {
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
    triggered = await trigger();
  }
  // 409: it is running already, which is what is wanted.
  if (!triggered.ok && triggered.status !== 409) {
    throw new Error(`Red Hat's scorecard answered ${triggered.status}`);
  }
  const last = redHatUrls(baseUrl, entities)[entities - 1];
  for (let poll = 0; poll < POLLS; poll++) {
    const answer = await fetch(last, { headers });
    if (answer.ok && (await answer.json()).length === PEER_CHECKS) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new Error("Red Hat's scorecard has collected no values");
}
