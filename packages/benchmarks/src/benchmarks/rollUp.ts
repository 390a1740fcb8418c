import { SCORECARD, writeDefinitions } from '../harness/definitions';
import { emptyRoutePlugin } from '../harness/emptyRoute';
import { entitiesOf } from '../harness/entities';
import { milliseconds, number, ratio } from '../harness/numbers';
import { waitForScores } from '../harness/scoredEntities';
import { signIn } from '../harness/signIn';
import { RunningBackend, startBackend } from '../harness/startBackend';
import { median, repeat } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';
import {
  AGGREGATED_METRIC,
  startRedHatScorecard,
} from '../peers/redHatScorecard';
import { PEER_CHECKS } from '../sizes';
import { RED_HAT } from './readScorecard';

const OPEN_SECONDS = 0.015;
const CONDITIONAL_SECONDS = 0.15;

interface Session {
  backend: RunningBackend;
  token: string;
}

async function start(
  context: BenchmarkContext,
  prefix: string,
  conditionalCatalog: boolean,
): Promise<Session> {
  const { entities } = context.sizes;
  const backend = await startBackend({
    databases: context.postgres,
    prefix,
    conditionalCatalog,
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
  const token = await signIn(backend.baseUrl);
  await waitForScores(backend, token, entities);
  return { backend, token };
}

/** Seconds of the median request over one connection. */
async function timeOf(
  client: LoadClient,
  { backend, token }: Session,
  path: string,
  seconds: number,
): Promise<number> {
  const { p50 } = await client.load({
    method: 'GET',
    urls: [`${backend.baseUrl}${path}`],
    token,
    connections: 1,
    seconds,
  });
  return p50;
}

const ROLLUP = `/api/scorecards/rollups/default/group/owners?scorecard=${SCORECARD}`;

const AGGREGATION = `/api/scorecard/aggregations/${AGGREGATED_METRIC}`;

async function startRedHat({
  postgres,
  sizes,
}: BenchmarkContext): Promise<Session> {
  const backend = await startRedHatScorecard(
    postgres,
    'bench_rollup_red_hat_',
    sizes.entities,
  );
  return { backend, token: await signIn(backend.baseUrl) };
}

export const rollUp: Benchmark = {
  name: 'rollup',
  title: 'The roll-up of a group',
  async run(context): Promise<Comparison[]> {
    const { entities, loadSeconds, runs } = context.sizes;
    const client = new LoadClient();
    const open = await start(context, 'bench_rollup_open_', false);
    const conditional = await start(context, 'bench_rollup_some_', true);
    const redHat = await startRedHat(context);
    const times = await repeat(runs, async () => ({
      empty: await timeOf(client, open, '/api/empty', loadSeconds),
      open: await timeOf(client, open, ROLLUP, loadSeconds),
      conditional: await timeOf(client, conditional, ROLLUP, loadSeconds),
      redHat: await timeOf(client, redHat, AGGREGATION, loadSeconds),
    })).finally(async () => {
      client.stop();
      await open.backend.stop();
      await conditional.backend.stop();
      await redHat.backend.stop();
    });
    const typical = {
      empty: median(times.map(time => time.empty)),
      open: median(times.map(time => time.open)),
      conditional: median(times.map(time => time.conditional)),
      redHat: median(times.map(time => time.redHat)),
    };
    const work = `roll-up of ${number(entities)} owned entities`;
    return [
      {
        work,
        ours: milliseconds(typical.open),
        beside: `empty route: ${milliseconds(typical.empty)}`,
        ratio: ratio(typical.open / typical.empty),
        reach: '< 15 ms',
        met: typical.open < OPEN_SECONDS,
        notes: [
          'A signed-in user, permissions on, one connection from another process, PostgreSQL. Only current rows are read, so history has no part in it.',
        ],
      },
      {
        work,
        ours: milliseconds(typical.open),
        beside: `Red Hat: ${milliseconds(typical.redHat)}`,
        ratio: ratio(typical.redHat / typical.open),
        reach: '',
        notes: [
          `Ours adds up the level and all ${PEER_CHECKS} checks; Red Hat's one metric of what the user owns, with one decision an entity.`,
          RED_HAT,
        ],
      },
      {
        work: `${work}, catalog by conditions`,
        ours: milliseconds(typical.conditional),
        beside: `catalog open: ${milliseconds(typical.open)}`,
        ratio: ratio(typical.conditional / typical.open),
        reach: '< 150 ms',
        met: typical.conditional < CONDITIONAL_SECONDS,
        notes: [
          'All refs are asked about in one batch; the catalog is in memory, so a real one adds 54–112 ms for 1,000 refs.',
        ],
      },
    ];
  },
};
