import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { generateSarif } from '@synchrony/report-parsers/testing';
import { componentRef } from '../harness/entities';
import { megabytes, milliseconds, ratio } from '../harness/numbers';
import { SERVICE_TOKEN } from '../harness/startBackend';
import { startIngestion } from '../harness/startIngestion';
import { median, repeat, secondsOf } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';

const CHUNK_BYTES = 1024 * 1024;
const BYTES_PER_RESULT = 1000;
const RULES = 200;

/** How often the event loop is looked at; a free one is late by nothing more. */
const SAMPLE_MS = 5;

interface Measured {
  accepted: number;
  /** Longest time in which the event loop of the back end was not free, until the report was processed. */
  lag: number;
}

async function largeReport(
  context: BenchmarkContext,
  run: number,
): Promise<string> {
  const file = path.join(context.folder, `large-${run}.sarif`);
  await writeFile(
    file,
    generateSarif({
      results: Math.round(context.sizes.largeReportBytes / BYTES_PER_RESULT),
      rules: RULES,
      bytesPerResult: BYTES_PER_RESULT,
      note: `large ${run}`,
    }),
  );
  return file;
}

async function acceptAll(context: BenchmarkContext): Promise<Measured[]> {
  const { postgres, sizes } = context;
  const backend = await startIngestion(postgres, 'bench_accept_', 1);
  const client = new LoadClient();
  try {
    return await repeat(sizes.runs, async run => {
      const file = await largeReport(context, run);
      const delay = monitorEventLoopDelay({ resolution: SAMPLE_MS });
      delay.enable();
      const { accepted } = await client.submit({
        baseUrl: backend.baseUrl,
        token: SERVICE_TOKEN,
        entityRef: componentRef(0),
        file,
      });
      delay.disable();
      return { accepted, lag: delay.max / 1e9 - SAMPLE_MS / 1000 };
    });
  } finally {
    client.stop();
    await backend.stop();
  }
}

/** The same bytes in chunks into one table, and nothing else. */
async function writeAll(context: BenchmarkContext): Promise<number[]> {
  const { postgres, sizes } = context;
  const body = await readFile(await largeReport(context, 0));
  return postgres.connected('postgres', async database => {
    await database.query(
      'CREATE TABLE IF NOT EXISTS synchrony_bench_chunks (report_id text, position int, data bytea, PRIMARY KEY (report_id, position))',
    );
    await database.query(
      'ALTER TABLE synchrony_bench_chunks ALTER COLUMN data SET STORAGE EXTERNAL',
    );
    try {
      return await repeat(sizes.runs, async () => {
        const id = randomUUID();
        return secondsOf(async () => {
          await database.query('BEGIN');
          for (let at = 0; at < body.length; at += CHUNK_BYTES) {
            await database.query(
              'INSERT INTO synchrony_bench_chunks VALUES ($1, $2, $3)',
              [id, at / CHUNK_BYTES, body.subarray(at, at + CHUNK_BYTES)],
            );
          }
          await database.query('COMMIT');
        });
      });
    } finally {
      await database.query('DROP TABLE synchrony_bench_chunks');
    }
  });
}

export const acceptReport: Benchmark = {
  name: 'accept',
  title: 'The 202 of a large report beside a chunked write',
  async run(context): Promise<Comparison[]> {
    const size = megabytes(context.sizes.largeReportBytes);
    const limit = median(await writeAll(context));
    const measured = await acceptAll(context);
    const accepted = median(measured.map(run => run.accepted));
    const lag = median(measured.map(run => run.lag));
    return [
      {
        work: `202 of a ${size} report`,
        ours: milliseconds(accepted),
        beside: `chunked write: ${milliseconds(limit)}`,
        ratio: ratio(accepted / limit),
        reach: '≤ 1.5×',
        met: accepted / limit <= 1.5,
        notes: [
          'Ours crosses HTTP and is hashed; the bare write sends the same bytes in 1 MB chunks over one connection in one transaction.',
        ],
      },
      {
        work: 'event loop lag until it is processed',
        ours: `${milliseconds(lag)} at most`,
        beside: '–',
        ratio: '–',
        reach: '< 50 ms',
        met: lag < 0.05,
        notes: [
          'Median over the runs of the longest delay of the back end’s event loop from the first byte to the processed report; client and PostgreSQL share the cores.',
        ],
      },
    ];
  },
};
