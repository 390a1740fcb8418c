import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createPostgres,
  receive,
  runImport,
  SharedDatabase,
  stateAfterImports,
} from './__testUtils__/importRuns';
import { SampleResult, sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const SOAK = process.env.SYNCHRONY_SOAK === '1';
const KILLS = SOAK ? 100 : 4;
const ENTITIES = SOAK ? 40 : 6;
const REPLICAS = 2;

/** Later than any statement of a start, before the end of the work. */
const FIRST_STATEMENT_KILLED = 15;
const STATEMENTS_OF_A_LIFE = 45;

jest.setTimeout(SOAK ? 60 * 60_000 : 120_000);

function results(from: number, to: number, path = 'src'): SampleResult[] {
  return Array.from({ length: to - from }, (_, offset) => ({
    rule: `rule-${(from + offset) % 7}`,
    path: `${path}/${(from + offset) % 30}.ts`,
    line: from + offset + 1,
    snippet: `call(${from + offset})`,
  }));
}

/** A life of an entity: findings come, go, move and come back. */
const LIFE = [
  results(0, 200),
  results(50, 250),
  results(50, 250, 'lib'),
  [],
  results(0, 120),
].map(found => sarif(found));

const REPORTS = LIFE.flatMap(body =>
  Array.from({ length: ENTITIES }, (_, index) => ({
    entityRef: `component:default/service-${index}`,
    body,
  })),
);

/** Numbers that look random and are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/**
 * Keeps replicas at work until nothing waits. Each is killed in the middle of a
 * random statement and replaced by one whose clock is an hour ahead, for which
 * every lease has ended, also those of replicas that live.
 */
async function workAndKill(target: SharedDatabase): Promise<number> {
  const random = createRandom(20_261_125);
  let kills = 0;
  let born = 0;
  const keepOneAlive = async () => {
    let idle = false;
    while (!idle) {
      born += 1;
      const mayDie = kills < KILLS;
      const { signal } = await runImport({
        ...target.order,
        daysAhead: born / 24,
        attempts: KILLS * 10,
        ...(mayDie && {
          killAt:
            FIRST_STATEMENT_KILLED +
            Math.floor(random() * STATEMENTS_OF_A_LIFE),
        }),
      });
      if (signal) {
        kills += 1;
      }
      const [{ count }] = await target
        .database('report_queue')
        .count({ count: '*' });
      idle = Number(count) === 0;
    }
  };
  await Promise.all(Array.from({ length: REPLICAS }, keepOneAlive));
  return kills;
}

describe('two replicas on one PostgreSQL, killed again and again', () => {
  it('loses nothing, applies nothing twice and never locks up', async () => {
    const quiet = await createPostgres(databases);
    await receive(quiet, REPORTS);
    await runImport({ ...quiet.order, daysAhead: 0 });
    const expected = await stateAfterImports(quiet.database);
    expect(expected.queue).toBe(0);
    expect(new Set(expected.reports.map(({ status }) => status))).toEqual(
      new Set(['processed']),
    );

    const target = await createPostgres(databases);
    await receive(target, REPORTS);
    const kills = await workAndKill(target);

    expect(kills).toBeGreaterThanOrEqual(KILLS);
    expect(await stateAfterImports(target.database)).toEqual(expected);
    const [{ count: stuck }] = await target
      .database('pg_stat_activity')
      .whereRaw('datname = current_database()')
      .where({ state: 'idle in transaction' })
      .count({ count: '*' });
    expect(Number(stuck)).toBe(0);
  });
});
