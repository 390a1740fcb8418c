import { componentRef, entitiesOf } from '../harness/entities';
import { emptyRoutePlugin } from '../harness/emptyRoute';
import { milliseconds, number, ratio } from '../harness/numbers';
import { OWNER_REF, signIn } from '../harness/signIn';
import { RunningBackend, startBackend } from '../harness/startBackend';
import { median, repeat } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';

const REACH_SECONDS = 0.3;
const POLL_MS = 500;
const POLLS = 240;
const RESOLVE = '/api/champions/resolve';

function askFor(count: number): string {
  return JSON.stringify({
    entityRefs: Array.from({ length: count }, (_, index) =>
      componentRef(index),
    ),
  });
}

/** Until the catalog is taken in. */
async function waitForCoverage(
  backend: RunningBackend,
  token: string,
  count: number,
): Promise<void> {
  const body = askFor(count);
  for (let poll = 0; poll < POLLS; poll++) {
    const answer = await fetch(`${backend.baseUrl}${RESOLVE}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body,
    });
    if (answer.ok && (await answer.json()).items.length === count) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new Error('Coverage of all entities was not decided');
}

/** A champion and a deputy of all, as acceptance and activation leave it. */
async function cover(
  { postgres }: BenchmarkContext,
  backend: RunningBackend,
): Promise<void> {
  await postgres.connected(backend.databaseOf('champions'), async client => {
    for (const [index, role] of ['primary', 'deputy'].entries()) {
      await client.query(
        `with person as (insert into people (user_ref) values ($1) returning id)
         insert into assignments (id, person_id, scope_ref, role, source, status, specialisms, nominated_at, started_at, version)
         select $2, id, $3, $4, 'portal', 'active', '[]', 0, 0, 1 from person`,
        [
          `user:default/champion-${index}`,
          `assignment-${index}`,
          OWNER_REF,
          role,
        ],
      );
    }
    await client.query(
      `update coverage set state = 'covered', reasons = '[]', scope_ref = $1`,
      [OWNER_REF],
    );
  });
}

async function start(context: BenchmarkContext) {
  const { resolved } = context.sizes;
  const backend = await startBackend({
    databases: context.postgres,
    prefix: 'bench_champions_',
    entities: entitiesOf(resolved),
    features: [
      import('@synchrony/backstage-plugin-champions-backend'),
      emptyRoutePlugin,
    ],
  });
  const token = await signIn(backend.baseUrl);
  await waitForCoverage(backend, token, resolved);
  await cover(context, backend);
  return { backend, token };
}

export const resolveChampions: Benchmark = {
  name: 'champions',
  title: 'Who is champion of many entities',
  async run(context): Promise<Comparison[]> {
    const { loadSeconds, resolved, runs } = context.sizes;
    const client = new LoadClient();
    const { backend, token } = await start(context);
    const timeOf = async (path: string, body?: string) => {
      const { p50 } = await client.load({
        method: body === undefined ? 'GET' : 'POST',
        urls: [`${backend.baseUrl}${path}`],
        body,
        token,
        connections: 1,
        seconds: loadSeconds,
      });
      return p50;
    };
    const times = await repeat(runs, async () => ({
      empty: await timeOf('/api/empty'),
      ours: await timeOf(RESOLVE, askFor(resolved)),
    })).finally(async () => {
      client.stop();
      await backend.stop();
    });
    const ours = median(times.map(time => time.ours));
    const empty = median(times.map(time => time.empty));
    return [
      {
        work: `champions of ${number(resolved)} entities`,
        ours: milliseconds(ours),
        beside: `empty route: ${milliseconds(empty)}`,
        ratio: ratio(ours / empty),
        reach: '< 300 ms',
        met: ours < REACH_SECONDS,
        notes: [
          'A signed-in user, permissions on, one connection from another process, PostgreSQL; the catalog is open. One statement for coverage, one for the assignments, whatever the number of entities.',
        ],
      },
    ];
  },
};
