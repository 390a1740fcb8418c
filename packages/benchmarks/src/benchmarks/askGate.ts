import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { generateSarif } from '@synchrony/report-parsers/testing';
import { componentRef } from '../harness/entities';
import { milliseconds, number } from '../harness/numbers';
import { signIn } from '../harness/signIn';
import { RunningBackend, SERVICE_TOKEN } from '../harness/startBackend';
import { startIngestion } from '../harness/startIngestion';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';
import { LoadResult } from '../load/protocol';
import { cloneEntity } from '../postgres/cloneEntity';

const SMALL = 0;
const LARGE = 1;
const FIRST_COPY = 2;

const DEFAULT_REF = 'main';
const BRANCH = 'feature/login';

/** One finding in so many is new on the branch. */
const NEW_SHARE = 50;

/** p95 that is asked for, in seconds. */
const REACH = 0.5;

interface Setup {
  context: BenchmarkContext;
  backend: RunningBackend;
  client: LoadClient;
  database: Client;
}

/** The default branch, and a branch that adds some and fixes none. */
async function scanBoth(
  { backend, client, context }: Setup,
  entity: number,
  findings: number,
): Promise<void> {
  const { rules } = context.sizes;
  const added = Math.ceil(findings / NEW_SHARE);
  for (const [ref, results] of [
    [DEFAULT_REF, findings],
    [BRANCH, findings + added],
  ] as const) {
    const file = path.join(context.folder, `gate-${entity}.sarif`);
    await writeFile(file, generateSarif({ results, rules }));
    await client.submit({
      baseUrl: backend.baseUrl,
      token: SERVICE_TOKEN,
      entityRef: componentRef(entity),
      ref,
      file,
    });
  }
}

/**
 * A third of the findings are past their due date, and the rows of a component
 * lie as after years of scans: anywhere between those of all others.
 */
async function ageAndScatter(database: Client): Promise<void> {
  await database.query(
    `UPDATE findings SET due_at = 1, "rank" = "rank" - 8000
     WHERE substr(md5(id), 1, 1) < '5' AND "rank" % 16000 >= 8000`,
  );
  await database.query('CREATE INDEX scattered ON findings (md5(id))');
  await database.query('CLUSTER findings USING scattered');
  await database.query('DROP INDEX scattered');
  await database.query('CLUSTER presences USING presences_finding_id_index');
  await database.query('VACUUM ANALYZE');
}

async function fill(setup: Setup, copies: number): Promise<number> {
  const { context, database } = setup;
  const { large, small } = context.sizes.gate;
  await scanBoth(setup, SMALL, small);
  await scanBoth(setup, LARGE, large);
  await cloneEntity(database, {
    entityRef: componentRef(SMALL),
    from: FIRST_COPY,
    to: FIRST_COPY + copies - 1,
  });
  await ageAndScatter(database);
  const { rows } = await database.query(
    'SELECT count(*)::int AS stored FROM findings',
  );
  return rows[0].stored;
}

function toComparison(
  work: string,
  { p50, p95 }: LoadResult,
  { sizes }: BenchmarkContext,
  stored: number,
): Comparison {
  return {
    work,
    ours: `p50/p95 ${milliseconds(p50)}/${milliseconds(p95)}`,
    beside: `${number(stored)} stored`,
    ratio: '–',
    reach: `p95 < ${milliseconds(REACH)}`,
    met: stored >= sizes.gate.stored ? p95 < REACH : undefined,
    notes: [
      `Rows of a component lie scattered; a third of the findings are overdue, one in ${NEW_SHARE} is new on the branch.`,
    ],
  };
}

async function ask(
  { backend, client, context }: Setup,
  token: string,
  question: { entity: number; ref?: string },
): Promise<LoadResult> {
  const { entity, ref } = question;
  return client.load({
    method: 'POST',
    urls: [`${backend.baseUrl}/api/ingestion/gate`],
    body: JSON.stringify({ entityRef: componentRef(entity), ref }),
    token,
    connections: 1,
    seconds: context.sizes.loadSeconds,
  });
}

export const askGate: Benchmark = {
  name: 'gate',
  title: 'The gate, with a million findings stored',
  async run(context) {
    const { large, small, stored: target } = context.sizes.gate;
    const copies = Math.ceil(Math.max(target - large, small) / small);
    const backend = await startIngestion(
      context.postgres,
      'bench_gate_',
      FIRST_COPY + copies,
    );
    const client = new LoadClient();
    try {
      const token = await signIn(backend.baseUrl);
      return await context.postgres.connected(
        backend.databaseOf('ingestion'),
        async database => {
          const setup = { context, backend, client, database };
          const stored = await fill(setup, copies);
          const comparisons: Comparison[] = [];
          for (const [entity, findings] of [
            [SMALL, small],
            [LARGE, large],
          ]) {
            for (const ref of [undefined, BRANCH]) {
              comparisons.push(
                toComparison(
                  `gate of a component with ${number(findings)} findings, ${ref ? 'a branch' : 'the default branch'}`,
                  await ask(setup, token, { entity, ref }),
                  context,
                  stored,
                ),
              );
            }
          }
          return comparisons;
        },
      );
    } finally {
      client.stop();
      await backend.stop();
    }
  },
};
