import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { generateSarif } from '@synchrony/report-parsers/testing';
import { componentName, componentRef } from '../harness/entities';
import { milliseconds, number } from '../harness/numbers';
import { signIn } from '../harness/signIn';
import { RunningBackend, SERVICE_TOKEN } from '../harness/startBackend';
import { startIngestion } from '../harness/startIngestion';
import { median, repeat } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';
import { LoadResult } from '../load/protocol';
import { cloneEntity } from '../postgres/cloneEntity';
import { storedBytes } from '../postgres/storedBytes';

/** Everything that grows with findings. */
const TABLES = [
  'findings',
  'presences',
  'finding_events',
  'rules',
  'rule_tokens',
];

/** The component that is copied, and the one that is imported into again and again. */
const COPIED = 0;
const MEASURED = 1;
const FIRST_COPY = 2;

/** The list and the summary are asked for by a page that shows them. */
const PAGE_ITEMS = 50;

interface Setup {
  context: BenchmarkContext;
  backend: RunningBackend;
  client: LoadClient;
  database: Client;
  token: string;
}

/** What is measured while this many findings are stored. */
interface Point {
  stored: number;
  bytesEach: number;
  /** Seconds to import the unchanged report. */
  unchanged: number;
  list: LoadResult;
  entityList: LoadResult;
  summary: LoadResult;
  gate: LoadResult;
}

async function send(
  { backend, client, context }: Setup,
  entity: number,
  results: number,
  note: string,
): Promise<number> {
  const file = path.join(context.folder, `grow-${entity}.sarif`);
  const { rules } = context.sizes;
  await writeFile(file, generateSarif({ results, rules, note }));
  const { processed } = await client.submit({
    baseUrl: backend.baseUrl,
    token: SERVICE_TOKEN,
    entityRef: componentRef(entity),
    file,
  });
  return processed;
}

async function countStored(database: Client): Promise<number> {
  const { rows } = await database.query(
    'SELECT count(*)::int AS stored FROM findings',
  );
  return rows[0].stored;
}

async function measure(setup: Setup, copies: number): Promise<Point> {
  const { backend, client, context, database, token } = setup;
  const { findings, loadSeconds, runs } = context.sizes;
  const stored = await countStored(database);
  const base = `${backend.baseUrl}/api/ingestion`;
  const load = (method: 'GET' | 'POST', urls: string[], body?: object) =>
    client.load({
      method,
      urls,
      body: body && JSON.stringify(body),
      token,
      connections: 1,
      seconds: loadSeconds,
    });
  const some = Array.from(
    { length: Math.min(copies, 200) },
    (_, index) => FIRST_COPY + index,
  );
  const entities = some.length > 0 ? some : [COPIED];
  return {
    stored,
    bytesEach: (await storedBytes(database, TABLES)) / stored,
    unchanged: median(
      await repeat(runs, run =>
        send(setup, MEASURED, findings, `grow ${stored} ${run}`),
      ),
    ),
    list: await load('GET', [
      `${base}/findings?limit=${PAGE_ITEMS}`,
      `${base}/findings?limit=${PAGE_ITEMS}&severity=critical,high`,
      `${base}/findings?limit=${PAGE_ITEMS}&overdue=true`,
      `${base}/findings?limit=${PAGE_ITEMS}&orderBy=firstSeenAt`,
    ]),
    entityList: await load(
      'GET',
      entities.map(
        entity =>
          `${base}/findings?limit=${PAGE_ITEMS}&entityRef=${componentRef(entity)}`,
      ),
    ),
    summary: await load(
      'GET',
      entities.map(
        entity =>
          `${base}/entities/default/component/${componentName(entity)}/summary`,
      ),
    ),
    gate: await load('POST', [`${base}/gate`], {
      entityRef: componentRef(entities[0]),
    }),
  };
}

/** Copies the component until about this many findings are stored. */
async function growTo(
  { context, database }: Setup,
  target: number,
  copies: number,
): Promise<number> {
  const each = context.sizes.findingsOfCopy;
  const missing = Math.ceil((target - (await countStored(database))) / each);
  if (missing <= 0) {
    return copies;
  }
  await cloneEntity(database, {
    entityRef: componentRef(COPIED),
    from: FIRST_COPY + copies,
    to: FIRST_COPY + copies + missing - 1,
  });
  return copies + missing;
}

async function measureAll(setup: Setup): Promise<Point[]> {
  const { context } = setup;
  const { findings, findingsOfCopy, stored } = context.sizes;
  await send(setup, COPIED, findingsOfCopy, 'copied');
  await send(setup, MEASURED, findings, 'first');
  const points: Point[] = [];
  let copies = 0;
  for (const target of stored) {
    context.progress(`  with ${number(target)} stored findings …`);
    copies = await growTo(setup, target, copies);
    points.push(await measure(setup, copies));
  }
  return points;
}

const p95 = (result: LoadResult) => milliseconds(result.p95);

function toComparisons(context: BenchmarkContext, points: Point[]) {
  const { findings, findingsOfCopy } = context.sizes;
  const atMillion = (stored: number) => stored >= 1_000_000;
  return points.flatMap((point): Comparison[] => {
    const beside = `${number(point.stored)} stored`;
    const within = (result: LoadResult, seconds: number) =>
      atMillion(point.stored) ? result.p95 < seconds : undefined;
    const read = (
      work: string,
      result: LoadResult,
      seconds: number,
      notes: string[] = [],
    ): Comparison => ({
      work,
      ours: `p50/p95 ${milliseconds(result.p50)}/${p95(result)}`,
      beside,
      ratio: '–',
      reach: atMillion(point.stored) ? `p95 < ${milliseconds(seconds)}` : '',
      met: within(result, seconds),
      notes,
    });
    const { unchanged: empty } = points[0];
    return [
      {
        work: `import ${number(findings)} unchanged findings`,
        ours: `${number(findings / point.unchanged)} findings/s`,
        beside,
        ratio: `${(point.unchanged / empty).toFixed(2)}× the time at the start`,
        reach: 'flat',
        met: point.unchanged / empty < 1.25,
        notes: [],
      },
      read('list of findings, all entities', point.list, 0.05, [
        'In turn: the suggested order, two severities, what is overdue, the oldest; 50 a page, with the total.',
      ]),
      read('list of findings of an entity', point.entityList, 0.05, [
        `An entity has ${number(findingsOfCopy)} findings.`,
      ]),
      read('summary of an entity', point.summary, 0.05),
      read('gate of an entity', point.gate, 0.5),
      {
        work: 'bytes of a stored finding',
        ours: `${number(point.bytesEach)} bytes`,
        beside,
        ratio: '–',
        reach: '< 1 kB',
        met: point.bytesEach < 1000,
        notes: [`Tables ${TABLES.join(', ')} with all their indexes.`],
      },
    ];
  });
}

export const growStore: Benchmark = {
  name: 'grow',
  title: 'The same work while stored findings grow',
  async run(context) {
    const { findingsOfCopy, stored } = context.sizes;
    const copies = Math.ceil(Math.max(...stored) / findingsOfCopy);
    const backend = await startIngestion(
      context.postgres,
      'bench_grow_',
      FIRST_COPY + copies + 1,
    );
    const client = new LoadClient();
    try {
      const token = await signIn(backend.baseUrl);
      return await context.postgres.connected(
        backend.databaseOf('ingestion'),
        async database =>
          toComparisons(
            context,
            await measureAll({ context, backend, client, database, token }),
          ),
      );
    } finally {
      client.stop();
      await backend.stop();
    }
  },
};
