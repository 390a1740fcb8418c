import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Sizes } from '../sizes';
import { Postgres } from './Postgres';
import { Benchmark, Comparison } from './types';

/** Runs them one after the other, each with a folder of its own. */
export async function runBenchmarks(options: {
  benchmarks: Benchmark[];
  sizes: Sizes;
  postgres: Postgres;
  progress(text: string): void;
}): Promise<Comparison[]> {
  const { benchmarks, sizes, postgres, progress } = options;
  const comparisons: Comparison[] = [];
  for (const benchmark of benchmarks) {
    progress(`${benchmark.title} …`);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'synchrony-bench-'));
    try {
      comparisons.push(
        ...(await benchmark.run({ sizes, postgres, folder, progress })),
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return comparisons;
}
