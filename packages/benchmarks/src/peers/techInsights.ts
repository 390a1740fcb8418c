import { createBackendModule } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import { componentName, componentRef } from '../harness/entities';
import { SERVICE_TOKEN } from '../harness/startBackend';
import { PEER_CHECKS } from '../sizes';

const RETRIEVER = 'benchmarkFacts';
const POLL_MS = 100;
const POLLS = 1200;

const FACTS = Array.from({ length: PEER_CHECKS }, (_, index) => `fact${index}`);

/** The one thing that is ours in it: facts for every component. */
export function techInsightsFacts(entities: number) {
  return createBackendModule({
    pluginId: 'tech-insights',
    moduleId: 'benchmark-facts',
    register(env) {
      env.registerInit({
        deps: { retrievers: techInsightsFactRetrieversExtensionPoint },
        async init({ retrievers }) {
          retrievers.addFactRetrievers({
            [RETRIEVER]: {
              id: RETRIEVER,
              version: '1.0.0',
              schema: Object.fromEntries(
                FACTS.map(fact => [
                  fact,
                  { type: 'integer' as const, description: fact },
                ]),
              ),
              handler: async () =>
                Array.from({ length: entities }, (_, entity) => ({
                  entity: {
                    kind: 'component',
                    namespace: 'default',
                    name: componentName(entity),
                  },
                  facts: Object.fromEntries(
                    FACTS.map((fact, index) => [fact, (entity + index) % 3]),
                  ),
                })),
            },
          });
        },
      });
    },
  });
}

/** Its documented configuration: the retriever and a check for each fact. */
export const TECH_INSIGHTS_CONFIG: JsonObject = {
  techInsights: {
    factRetrievers: {
      [RETRIEVER]: { cadence: '0 0 1 1 *', initialDelay: { seconds: 0 } },
    },
    factChecker: {
      checks: Object.fromEntries(
        FACTS.map(fact => [
          `${fact}Check`,
          {
            type: 'json-rules-engine',
            name: `${fact} is set`,
            description: `Checks that ${fact} is above zero`,
            factIds: [RETRIEVER],
            rule: {
              conditions: {
                all: [{ fact, operator: 'greaterThan', value: 0 }],
              },
            },
          },
        ]),
      ),
    },
  },
};

/** One round of facts, as its scheduler would start it. */
export async function collectFacts(
  baseUrl: string,
  entities: number,
): Promise<void> {
  const headers = { authorization: `Bearer ${SERVICE_TOKEN}` };
  const base = `${baseUrl}/api/tech-insights`;
  const last = encodeURIComponent(componentRef(entities - 1));
  const facts = `${base}/facts/latest?ids=${RETRIEVER}&entity=${last}`;
  for (let poll = 0; poll < POLLS; poll++) {
    if (poll === 0) {
      const triggered = await fetch(
        `${base}/.backstage/scheduler/v1/tasks/${RETRIEVER}/trigger`,
        { method: 'POST', headers },
      );
      // 409: it is running already, which is what is wanted.
      if (!triggered.ok && triggered.status !== 409) {
        throw new Error(`Tech Insights answered ${triggered.status}`);
      }
    }
    const answer = await fetch(facts, { headers });
    const found = answer.ok ? await answer.json() : {};
    if (found[RETRIEVER]) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new Error('Tech Insights has collected no facts');
}
