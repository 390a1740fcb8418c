import { componentName, entitiesOf } from '../harness/entities';
import { SCORECARD, writeDefinitions } from '../harness/definitions';
import { emptyRoutePlugin } from '../harness/emptyRoute';
import { milliseconds, number, ratio } from '../harness/numbers';
import { signIn } from '../harness/signIn';
import { RunningBackend, startBackend } from '../harness/startBackend';
import { median, repeat } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';
import { LoadResult } from '../load/protocol';
import {
  collectFacts,
  TECH_INSIGHTS_CONFIG,
  techInsightsFacts,
} from '../peers/techInsights';
import { CONNECTIONS, PEER_CHECKS } from '../sizes';

const POLL_MS = 200;
const POLLS = 600;

interface Route {
  method: 'GET' | 'POST';
  urls: string[];
  body?: string;
}

/** Figures of one route: the run with the median rate, and the time of a lone request. */
async function measure(
  { sizes }: BenchmarkContext,
  client: LoadClient,
  token: string,
  route: Route,
  connections: number,
): Promise<LoadResult> {
  const runs = await repeat(sizes.runs, () =>
    client.load({ ...route, token, connections, seconds: sizes.loadSeconds }),
  );
  const middle = median(runs.map(({ perSecond }) => perSecond));
  const distance = ({ perSecond }: LoadResult) => Math.abs(perSecond - middle);
  return runs.reduce((best, run) =>
    distance(run) < distance(best) ? run : best,
  );
}

async function withClient<T>(
  backend: RunningBackend,
  work: (client: LoadClient, token: string) => Promise<T>,
): Promise<T> {
  const client = new LoadClient();
  try {
    return await work(client, await signIn(backend.baseUrl));
  } finally {
    client.stop();
    await backend.stop();
  }
}

async function waitForScores(
  { baseUrl }: RunningBackend,
  token: string,
  entities: number,
): Promise<void> {
  for (let poll = 0; poll < POLLS; poll++) {
    const answer = await fetch(
      `${baseUrl}/api/scorecards/entities?scorecard=${SCORECARD}&limit=1000`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    if (answer.ok && (await answer.json()).items.length === entities) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new Error('Not all scorecards were computed');
}

interface Figures {
  one: LoadResult;
  all: LoadResult;
}

async function ours(
  context: BenchmarkContext,
): Promise<Figures & { empty: LoadResult }> {
  const { entities } = context.sizes;
  const backend = await startBackend({
    postgres: context.postgres,
    prefix: 'bench_scorecards_',
    entities: entitiesOf(entities),
    features: [
      import('@synchrony/backstage-plugin-scorecards-backend'),
      emptyRoutePlugin,
    ],
    config: {
      scorecards: {
        sources: [],
        defaultDefinitions: false,
        definitions: [await writeDefinitions(context.folder, PEER_CHECKS)],
      },
    },
  });
  const api = `${backend.baseUrl}/api/scorecards/entities`;
  return withClient(backend, async (client, token) => {
    await waitForScores(backend, token, entities);
    const get = (urls: string[], connections: number) =>
      measure(context, client, token, { method: 'GET', urls }, connections);
    return {
      empty: await get([`${backend.baseUrl}/api/empty`], CONNECTIONS),
      one: await get(
        Array.from(
          { length: entities },
          (_, index) => `${api}/default/component/${componentName(index)}`,
        ),
        CONNECTIONS,
      ),
      all: await get([`${api}?scorecard=${SCORECARD}&limit=1000`], 1),
    };
  });
}

async function techInsights(context: BenchmarkContext): Promise<Figures> {
  const { entities } = context.sizes;
  const backend = await startBackend({
    postgres: context.postgres,
    prefix: 'bench_tech_insights_',
    entities: entitiesOf(entities),
    features: [
      import('@backstage-community/plugin-tech-insights-backend'),
      import('@backstage-community/plugin-tech-insights-backend-module-jsonfc'),
      techInsightsFacts(entities),
    ],
    config: TECH_INSIGHTS_CONFIG,
  });
  const run = `${backend.baseUrl}/api/tech-insights/checks/run`;
  return withClient(backend, async (client, token) => {
    await collectFacts(backend.baseUrl, entities);
    return {
      one: await measure(
        context,
        client,
        token,
        {
          method: 'POST',
          urls: Array.from(
            { length: entities },
            (_, index) => `${run}/default/component/${componentName(index)}`,
          ),
          body: '{}',
        },
        CONNECTIONS,
      ),
      all: await measure(
        context,
        client,
        token,
        { method: 'POST', urls: [run], body: '{"entities":[]}' },
        1,
      ),
    };
  });
}

function rate({ perSecond, p50, p99 }: LoadResult): string {
  return `${number(perSecond)} req/s, p50/p99 ${number(p50 * 1000)}/${number(p99 * 1000)} ms`;
}

function duration({ p50, bytes }: LoadResult): string {
  return `${milliseconds(p50)}, ${number(bytes / 1000)} kB`;
}

const SAME = `A signed-in user, permissions on, ${PEER_CHECKS} checks, ${CONNECTIONS} keep-alive connections from another process; the policy allows all but evidence, which it allows to owners; the catalog is in memory and tokens of the portal's own services are used.`;
const PEER =
  'Tech Insights 3.1.0 with jsonfc 0.10.0, unmodified, by its documented configuration; a module of ours gives it the facts.';

export const readScorecard: Benchmark = {
  name: 'scorecard',
  title: 'Scorecards beside an empty route and Tech Insights',
  async run(context): Promise<Comparison[]> {
    const own = await ours(context);
    const peer = await techInsights(context);
    const entities = number(context.sizes.entities);
    const toEmpty = own.one.perSecond / own.empty.perSecond;
    const toPeer = own.one.perSecond / peer.one.perSecond;
    const toBulk = peer.all.p50 / own.all.p50;
    return [
      {
        work: "one entity's scorecard",
        ours: rate(own.one),
        beside: `empty route: ${rate(own.empty)}`,
        ratio: ratio(toEmpty),
        reach: '≥ 0.70×',
        met: toEmpty >= 0.7,
        notes: [
          SAME,
          'The empty route authenticates and asks for the same decisions in the same calls.',
        ],
      },
      {
        work: 'the same',
        ours: rate(own.one),
        beside: `Tech Insights: ${rate(peer.one)}`,
        ratio: ratio(toPeer),
        reach: '≥ 2×',
        met: toPeer >= 2,
        notes: [SAME, PEER],
      },
      {
        work: `${entities} entities' scorecards`,
        ours: duration(own.all),
        beside: `Tech Insights: ${duration(peer.all)}`,
        ratio: ratio(toBulk),
        reach: '≥ 100×',
        met: toBulk >= 100,
        notes: [
          'One connection: GET /entities?limit=1000 beside POST /checks/run.',
          PEER,
        ],
      },
    ];
  },
};
