import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { generateSarif } from '@synchrony/report-parsers/testing';
import { componentRef } from '../harness/entities';
import { megabytes, number, ratio } from '../harness/numbers';
import { RunningBackend, SERVICE_TOKEN } from '../harness/startBackend';
import { SqliteFolder } from '../harness/SqliteFolder';
import { startIngestion } from '../harness/startIngestion';
import { median, repeat, secondsOf } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';
import {
  copyIn,
  dropTables,
  Indexes,
  makeEmptyTables,
  readTables,
  TableRows,
} from '../postgres/TableCopy';
import { markNow, writtenSince } from '../postgres/writtenRows';

/** Tables that have rows for each finding. */
const FINDING_TABLES = ['findings', 'presences', 'finding_events'];

interface Connection {
  context: BenchmarkContext;
  backend: RunningBackend;
  client: LoadClient;
}

interface Setup extends Connection {
  database: Client;
}

/** The same findings for the same salt, in other bytes for another note. */
async function report(
  { folder, sizes }: BenchmarkContext,
  note: string,
): Promise<string> {
  const file = path.join(folder, `import-${note}.sarif`);
  await writeFile(
    file,
    generateSarif({ results: sizes.findings, rules: sizes.rules, note }),
  );
  return file;
}

function expectCount(
  counts: Record<string, number> | undefined,
  name: string,
  expected: number,
) {
  if (counts?.[name] !== expected) {
    throw new Error(
      `Expected ${expected} ${name} findings, not ${JSON.stringify(counts)}`,
    );
  }
}

async function submit(
  { backend, client }: Connection,
  entity: number,
  file: string,
) {
  return client.submit({
    baseUrl: backend.baseUrl,
    token: SERVICE_TOKEN,
    entityRef: componentRef(entity),
    file,
  });
}

/** Reports after which the code of parsers is compiled. */
const WARM_UPS = 8;

interface Round {
  ours: number;
  /** COPY into tables with all indexes, and with their primary key only. */
  indexed: number;
  bare: number;
}

async function copySeconds(
  { database }: Setup,
  tables: TableRows[],
  indexes: Indexes,
): Promise<number> {
  await makeEmptyTables(database, tables, indexes);
  const seconds = await secondsOf(() => copyIn(database, tables));
  await dropTables(database);
  return seconds;
}

/** Each run is the first report of another component; the warm-up's rows are those that COPY writes. */
async function importNew(
  setup: Setup,
): Promise<{ rounds: Round[]; tables: TableRows[] }> {
  const { context, database } = setup;
  const { findings, runs } = context.sizes;
  const file = await report(context, 'new');
  let tables: TableRows[] = [];
  const rounds = await repeat(runs, async run => {
    const { processed, receipt } = await submit(setup, run, file);
    expectCount(receipt.counts, 'new', findings);
    if (run === 0) {
      tables = await readTables(database);
    }
    return {
      ours: processed,
      indexed: await copySeconds(setup, tables, 'all'),
      bare: await copySeconds(setup, tables, 'primary key'),
    };
  });
  return { rounds, tables };
}

async function newFindings(setup: Setup): Promise<Comparison[]> {
  const { findings } = setup.context.sizes;
  const { rounds, tables } = await importNew(setup);
  const seconds = median(rounds.map(({ ours: own }) => own));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.flatMap(table => table.data);
  const size = bytes.reduce((sum, chunk) => sum + chunk.length, 0);
  const limit = median(rounds.map(({ indexed }) => indexed));
  const bare = median(rounds.map(round => round.bare));
  const toLimit = median(rounds.map(({ indexed, ours: own }) => indexed / own));
  const toBare = median(
    rounds.map(({ bare: copied, ours: own }) => copied / own),
  );
  const written = tables
    .map(({ table, rows: count }) => `${table} ${number(count)}`)
    .join(', ');
  const ours = `${number(findings / seconds)} findings/s (${number(rows / seconds)} rows/s)`;
  return [
    {
      work: `import ${number(findings)} new findings`,
      ours,
      beside: `COPY: ${number(rows / limit)} rows/s`,
      ratio: ratio(toLimit),
      reach: '≥ 0.25×',
      met: toLimit >= 0.25,
      notes: [
        'From the first byte of the body to the receipt saying that it is processed, through the real router, queue and worker.',
        `COPY writes in one transaction, in binary format, all rows that the first import has left, into tables of the same columns and indexes: ${written}; ${megabytes(size)}.`,
      ],
    },
    {
      work: 'the same, COPY into tables with a primary key only',
      ours,
      beside: `COPY: ${number(rows / bare)} rows/s`,
      ratio: ratio(toBare),
      reach: '',
      notes: [],
    },
  ];
}

async function unchangedFindings(setup: Setup): Promise<Comparison> {
  const { context, database } = setup;
  const { findings, runs } = context.sizes;
  let writes = 0;
  for (let warmUp = 0; warmUp < WARM_UPS; warmUp++) {
    await submit(setup, 0, await report(context, `before-${warmUp}`));
  }
  const seconds = await repeat(runs, async run => {
    const file = await report(context, `again-${run}`);
    const mark = await markNow(database);
    const { processed, receipt } = await submit(setup, 0, file);
    expectCount(receipt.counts, 'unchanged', findings);
    for (const table of FINDING_TABLES) {
      writes = Math.max(writes, await writtenSince(database, table, mark));
    }
    return processed;
  });
  const perSecond = findings / median(seconds);
  return {
    work: `import ${number(findings)} unchanged findings again`,
    ours: `${number(perSecond)} findings/s`,
    beside: `${number(writes)} rows written of findings`,
    ratio: '–',
    reach: '≥ 40,000/s, 0 rows',
    met: perSecond >= 40_000 && writes === 0,
    notes: [
      `The same findings in other bytes, so that nothing is known of the body; after ${WARM_UPS} such reports, as in a portal that has been up for a minute.`,
    ],
  };
}

/** The same two imports into files; nothing there is as bare as a COPY. */
async function onSqlite(context: BenchmarkContext): Promise<Comparison[]> {
  const { findings, runs } = context.sizes;
  const backend = await startIngestion(
    new SqliteFolder(path.join(context.folder, 'sqlite')),
    'bench_import_',
    runs + 1,
  );
  const client = new LoadClient();
  const connection = { backend, client, context };
  const time = (name: 'new' | 'unchanged', entityOf: (run: number) => number) =>
    repeat(runs, async run => {
      const file = await report(
        context,
        name === 'new' ? 'new' : `again-${run}`,
      );
      const { processed, receipt } = await submit(
        connection,
        entityOf(run),
        file,
      );
      expectCount(receipt.counts, name, findings);
      return processed;
    });
  const line = (name: string, seconds: number[]): Comparison => ({
    work: `import ${number(findings)} ${name} findings, SQLite`,
    ours: `${number(findings / median(seconds))} findings/s`,
    beside: '',
    ratio: '–',
    reach: '',
    notes: [],
  });
  try {
    return [
      line('new', await time('new', run => run)),
      line('unchanged', await time('unchanged', () => 0)),
    ];
  } finally {
    client.stop();
    await backend.stop();
  }
}

export const importFindings: Benchmark = {
  name: 'import',
  title: 'Import beside COPY',
  async run(context) {
    const { postgres, sizes } = context;
    const backend = await startIngestion(
      postgres,
      'bench_import_',
      sizes.runs + 1,
    );
    const client = new LoadClient();
    const lines: Comparison[] = [];
    try {
      await postgres.connected(
        backend.databaseOf('ingestion'),
        async database => {
          const setup = { context, backend, client, database };
          lines.push(
            ...(await newFindings(setup)),
            await unchangedFindings(setup),
          );
        },
      );
    } finally {
      client.stop();
      await backend.stop();
    }
    return [...lines, ...(await onSqlite(context))];
  },
};
