import { spawn } from 'node:child_process';
import { startPostgres } from './postgres.mjs';
import {
  endWith,
  enterToolchain,
  installDependencies,
  ROOT,
} from './toolchain.mjs';

/** Runs the benchmarks against a PostgreSQL of their own, with its defaults. */
async function main() {
  enterToolchain();
  installDependencies();
  const postgres = await startPostgres();
  const child = spawn(
    'yarn',
    ['workspace', '@synchrony/benchmarks', 'bench', ...process.argv.slice(2)],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, SYNCHRONY_BENCH_POSTGRES: postgres.url },
    },
  );
  const code = await new Promise(resolve => child.once('exit', resolve));
  await postgres.stop();
  process.exit(code ?? 1);
}

main().catch(endWith);
