import { componentName, entitiesOf } from '../harness/entities';
import { SCORECARD, writeDefinitions } from '../harness/definitions';
import { emptyRoutePlugin } from '../harness/emptyRoute';
import { milliseconds, number, ratio } from '../harness/numbers';
import { waitForScores } from '../harness/scoredEntities';
import { signIn } from '../harness/signIn';
import { RunningBackend, startBackend } from '../harness/startBackend';
import { median, repeat } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';
import { LoadResult } from '../load/protocol';
import { redHatUrls, startRedHatScorecard } from '../peers/redHatScorecard';
import {
  collectFacts,
  TECH_INSIGHTS_CONFIG,
  techInsightsFacts,
} from '../peers/techInsights';
import { CONNECTIONS, PEER_CHECKS } from '../sizes';

interface Route {
  method: 'GET' | 'POST';
  urls: string[];
  body?: string;
}

interface Session {
  client: LoadClient;
  token: string;
  backend: RunningBackend;
}

/** One round: each route after the other, so that they share the machine's mood. */
type Round = Record<
  'empty' | 'one' | 'peerOne' | 'redHatOne' | 'all' | 'peerAll',
  LoadResult
>;

async function signedIn(backend: RunningBackend): Promise<Session> {
  return {
    backend,
    client: new LoadClient(),
    token: await signIn(backend.baseUrl),
  };
}

async function end({ backend, client }: Session): Promise<void> {
  client.stop();
  await backend.stop();
}

async function startOurs(context: BenchmarkContext): Promise<Session> {
  const { entities } = context.sizes;
  const session = await signedIn(
    await startBackend({
      databases: context.postgres,
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
    }),
  );
  await waitForScores(session.backend, session.token, entities);
  return session;
}

async function startRedHat({
  postgres,
  sizes,
}: BenchmarkContext): Promise<Session> {
  return signedIn(
    await startRedHatScorecard(postgres, 'bench_red_hat_', sizes.entities),
  );
}

async function startPeer(context: BenchmarkContext): Promise<Session> {
  const { entities } = context.sizes;
  const session = await signedIn(
    await startBackend({
      databases: context.postgres,
      prefix: 'bench_tech_insights_',
      entities: entitiesOf(entities),
      features: [
        import('@backstage-community/plugin-tech-insights-backend'),
        import('@backstage-community/plugin-tech-insights-backend-module-jsonfc'),
        techInsightsFacts(entities),
      ],
      config: TECH_INSIGHTS_CONFIG,
    }),
  );
  await collectFacts(session.backend.baseUrl, entities);
  return session;
}

function urlsOf(base: string, entities: number): string[] {
  return Array.from(
    { length: entities },
    (_, index) => `${base}/default/component/${componentName(index)}`,
  );
}

async function measure(
  { sizes }: BenchmarkContext,
  own: Session,
  peer: Session,
  redHat: Session,
): Promise<Round> {
  const scores = `${own.backend.baseUrl}/api/scorecards/entities`;
  const checks = `${peer.backend.baseUrl}/api/tech-insights/checks/run`;
  const load = (session: Session, connections: number, route: Route) =>
    session.client.load({
      ...route,
      token: session.token,
      connections,
      seconds: sizes.loadSeconds,
    });
  return {
    empty: await load(own, CONNECTIONS, {
      method: 'GET',
      urls: [`${own.backend.baseUrl}/api/empty`],
    }),
    one: await load(own, CONNECTIONS, {
      method: 'GET',
      urls: urlsOf(scores, sizes.entities),
    }),
    peerOne: await load(peer, CONNECTIONS, {
      method: 'POST',
      urls: urlsOf(checks, sizes.entities),
      body: '{}',
    }),
    redHatOne: await load(redHat, CONNECTIONS, {
      method: 'GET',
      urls: redHatUrls(redHat.backend.baseUrl, sizes.entities),
    }),
    all: await load(own, 1, {
      method: 'GET',
      urls: [`${scores}?scorecard=${SCORECARD}&limit=1000`],
    }),
    peerAll: await load(peer, 1, {
      method: 'POST',
      urls: [checks],
      body: '{"entities":[]}',
    }),
  };
}

/** The figures of the round with the median rate. */
function typical(rounds: Round[], route: keyof Round): LoadResult {
  const sorted = rounds
    .map(round => round[route])
    .sort((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor((sorted.length - 1) / 2)];
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
export const RED_HAT =
  "Red Hat's scorecard back end 4.4.1, unmodified, but not a stock install: npm has its -common and -node only as 2.8.1, so a shim gives those the few exports that 4.4.1 reads of newer ones. A module of ours gives it the metrics, and its catalog answers by an index.";

export const readScorecard: Benchmark = {
  name: 'scorecard',
  title:
    "Scorecards beside an empty route, Tech Insights and Red Hat's scorecard",
  async run(context): Promise<Comparison[]> {
    const ownSession = await startOurs(context);
    const peerSession = await startPeer(context);
    const redHatSession = await startRedHat(context);
    const rounds = await repeat(context.sizes.runs, () =>
      measure(context, ownSession, peerSession, redHatSession),
    ).finally(async () => {
      await end(ownSession);
      await end(peerSession);
      await end(redHatSession);
    });
    const entities = number(context.sizes.entities);
    const toEmpty = median(
      rounds.map(({ one, empty }) => one.perSecond / empty.perSecond),
    );
    const toPeer = median(
      rounds.map(({ one, peerOne }) => one.perSecond / peerOne.perSecond),
    );
    const toBulk = median(
      rounds.map(({ all, peerAll }) => peerAll.p50 / all.p50),
    );
    const toRedHat = median(
      rounds.map(({ one, redHatOne }) => one.perSecond / redHatOne.perSecond),
    );
    // There is no bulk endpoint, so all of them are as many reads of one.
    const redHatAll = ({ redHatOne }: Round) =>
      context.sizes.entities / redHatOne.perSecond;
    const toRedHatAll = median(
      rounds.map(round => redHatAll(round) / round.all.p50),
    );
    const one = rate(typical(rounds, 'one'));
    return [
      {
        work: "one entity's scorecard",
        ours: one,
        beside: `empty route: ${rate(typical(rounds, 'empty'))}`,
        ratio: ratio(toEmpty),
        reach: '≥ 0.70×',
        met: toEmpty >= 0.7,
        notes: [
          SAME,
          'The empty route authenticates and asks for the same decisions in one call, as ours does.',
        ],
      },
      {
        work: 'the same',
        ours: one,
        beside: `Tech Insights: ${rate(typical(rounds, 'peerOne'))}`,
        ratio: ratio(toPeer),
        reach: '≥ 2×',
        met: toPeer >= 2,
        notes: [SAME, PEER],
      },
      {
        work: 'the same',
        ours: one,
        beside: `Red Hat: ${rate(typical(rounds, 'redHatOne'))}`,
        ratio: ratio(toRedHat),
        reach: '≥ 2×',
        met: toRedHat >= 2,
        notes: [SAME, RED_HAT],
      },
      {
        work: `${entities} entities' scorecards`,
        ours: duration(typical(rounds, 'all')),
        beside: `Tech Insights: ${duration(typical(rounds, 'peerAll'))}`,
        ratio: ratio(toBulk),
        reach: '≥ 100×',
        met: toBulk >= 100,
        notes: [
          'One connection: GET /entities?limit=1000 beside POST /checks/run.',
          PEER,
        ],
      },
      {
        work: 'the same',
        ours: duration(typical(rounds, 'all')),
        beside: `Red Hat: ${milliseconds(median(rounds.map(redHatAll)))}, ${number((typical(rounds, 'redHatOne').bytes * context.sizes.entities) / 1000)} kB`,
        ratio: ratio(toRedHatAll),
        reach: '≥ 100×',
        met: toRedHatAll >= 100,
        notes: [
          `It has no bulk endpoint: ${entities} reads over ${CONNECTIONS} connections.`,
          RED_HAT,
        ],
      },
    ];
  },
};
