import { Client } from 'pg';
import { SCORECARD } from '../harness/definitions';
import { number } from '../harness/numbers';
import { startMeasured } from '../harness/startMeasured';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { RED_HAT_VALUES, startRedHatScorecard } from '../peers/redHatScorecard';
import { storedBytes } from '../postgres/storedBytes';
import { PEER_CHECKS } from '../sizes';

const PREFIX = 'bench_history_';
const RED_HAT_PREFIX = 'bench_history_red_hat_';
const WEEK_MS = 7 * 24 * 60 * 60_000;
const WEEKS_A_YEAR = 52;
const DAYS_A_YEAR = 365;
const HOURS_A_YEAR = 24 * DAYS_A_YEAR;
/** Levels and targets of a roll-up as `SnapshotTaker` writes them. */
const LEVELS = JSON.stringify({
  unrated: 3,
  none: 120,
  bronze: 401,
  silver: 318,
  gold: 158,
});
const TIERS = JSON.stringify(
  [1, 2, 3, 4].map(tier => ({
    tier: `tier-${tier}`,
    target: { met: 171, total: 250 },
  })),
);

interface Growth {
  /** Bytes that an entity's history has grown by in a year. */
  entity: number;
  /** Bytes of a roll-up's daily snapshots of a year. */
  rollup: number;
}

async function historyBytes(client: Client): Promise<number> {
  return storedBytes(client, [
    'check_standings',
    'check_history',
    'entity_score_history',
  ]);
}

/** A year of snapshots of some roll-ups, as the daily round adds them. */
async function bytesOfSnapshots(client: Client): Promise<number> {
  const scopes = 20;
  const before = await storedBytes(client, ['rollup_snapshots']);
  await client.query(
    `INSERT INTO rollup_snapshots
       (scorecard_id, scope_ref, day, scorecard_version, taken_at, total, levels, tiers)
     SELECT $1, 'group:default/team-' || scope, day * 86400000::bigint, 1, day * 86400000::bigint, 1000, $2, $3
     FROM generate_series(1, $4::int) AS day, generate_series(1, $5::int) AS scope`,
    [SCORECARD, LEVELS, TIERS, DAYS_A_YEAR, scopes],
  );
  const after = await storedBytes(client, ['rollup_snapshots']);
  return (after - before) / scopes;
}

async function measure(context: BenchmarkContext): Promise<Growth> {
  const { entities, weeks } = context.sizes;
  const begin = Date.now() - (weeks + 1) * WEEK_MS;
  const timeOf = (week: number) =>
    new Date(begin + week * WEEK_MS).toISOString();
  const { backend } = await startMeasured(context, {
    engine: 'PostgreSQL',
    prefix: PREFIX,
    entities,
    checks: PEER_CHECKS,
    observedAt: timeOf(0),
  });
  try {
    return await context.postgres.connected(
      `${PREFIX}scorecards`,
      async client => {
        const before = await historyBytes(client);
        for (let week = 1; week <= weeks; week++) {
          const { lastSeq } = await backend.publish({
            from: 0,
            to: entities,
            phase: 0,
            week,
            note: 0,
            observedAt: timeOf(week),
          });
          await backend.evaluated(entities, lastSeq);
        }
        const grown = (await historyBytes(client)) - before;
        return {
          entity: ((grown / entities) * WEEKS_A_YEAR) / weeks,
          rollup: await bytesOfSnapshots(client),
        };
      },
    );
  } finally {
    await backend.stop();
  }
}

/** Bytes that Red Hat's scorecard stores of an entity in each round. */
async function bytesOfRound({
  postgres,
  sizes,
}: BenchmarkContext): Promise<number> {
  const backend = await startRedHatScorecard(
    postgres,
    RED_HAT_PREFIX,
    sizes.entities,
  );
  try {
    return await postgres.connected(
      backend.databaseOf('scorecard'),
      async client =>
        (await storedBytes(client, [RED_HAT_VALUES])) / sizes.entities,
    );
  } finally {
    await backend.stop();
  }
}

function kilobytes(bytes: number): string {
  return `${number(bytes / 1000)} kB`;
}

export const keepHistory: Benchmark = {
  name: 'history',
  title: 'A year of history',
  async run(context): Promise<Comparison[]> {
    const { entity, rollup } = await measure(context);
    const redHat = (await bytesOfRound(context)) * HOURS_A_YEAR;
    return [
      {
        work: `an entity and year of history, ${PEER_CHECKS} checks`,
        ours: kilobytes(entity),
        beside: `Red Hat, hourly: ${kilobytes(redHat)}`,
        ratio: `1/${number(redHat / entity)}`,
        reach: '',
        notes: [
          'Intervals of outcomes and of levels, with indexes, PostgreSQL as it lies; one outcome of each entity changes a week.',
          'Its collectors run every hour by default and store each value; retention of its own was not applied.',
        ],
      },
      {
        work: 'a group, system or domain and year of daily snapshots',
        ours: kilobytes(rollup),
        beside: '–',
        ratio: '–',
        reach: '',
        notes: [
          'Rows of the size that the daily round writes, with four tiers, with the primary key.',
        ],
      },
    ];
  },
};
