import os from 'node:os';
import { benchmarks } from './benchmarks';
import { readOptions } from './harness/options';
import { Postgres } from './harness/Postgres';
import { runBenchmarks } from './harness/runBenchmarks';
import { renderTable } from './harness/table';
import { FULL_SIZES, QUICK_SIZES } from './sizes';

/**
 * Runs the benchmarks that the command line asks for and prints one table.
 *
 * @public
 */
export async function main(argv: string[]): Promise<void> {
  const options = readOptions(
    argv,
    benchmarks.map(({ name }) => name),
  );
  const url = process.env.SYNCHRONY_BENCH_POSTGRES;
  if (!url) {
    throw new Error(
      'Set SYNCHRONY_BENCH_POSTGRES to the URL of a PostgreSQL, or run `npm run bench` in the root, which brings one',
    );
  }
  const postgres = new Postgres(url);
  const comparisons = await runBenchmarks({
    benchmarks: benchmarks.filter(
      ({ name }) => options.only?.includes(name) ?? true,
    ),
    sizes: options.quick ? QUICK_SIZES : FULL_SIZES,
    postgres,
    progress: text => process.stderr.write(`${text}\n`),
  });
  const machine = `${os.availableParallelism()} cores (${os.cpus()[0]?.model.trim()}), load ${os.loadavg()[0].toFixed(1)} at the end, Node ${process.versions.node}, PostgreSQL ${await postgres.version()}; medians of ${options.quick ? QUICK_SIZES.runs : FULL_SIZES.runs}`;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ machine, quick: options.quick, comparisons }, undefined, 2)}\n`
      : `\n${machine}${options.quick ? '; --quick: sizes are too small to judge by' : ''}\n\n${renderTable(comparisons)}\n`,
  );
}
