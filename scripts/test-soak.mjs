import { spawn } from 'node:child_process';
import { startPostgres } from './postgres.mjs';
import { patternOf, soakTests } from './soakTests.mjs';
import {
  endWith,
  enterToolchain,
  installDependencies,
  ROOT,
} from './toolchain.mjs';

/** Runs the long proofs: the same tests with many more kill points and runs. */
async function main() {
  enterToolchain();
  installDependencies();
  const postgres = await startPostgres();
  const child = spawn(
    'yarn',
    [
      'backstage-cli',
      'repo',
      'test',
      '--maxWorkers=2',
      `--testPathPatterns=${patternOf(soakTests())}`,
      ...process.argv.slice(2),
    ],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: {
        ...process.env,
        CI: '1',
        SYNCHRONY_SOAK: '1',
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
      },
    },
  );
  const code = await new Promise(resolve => child.once('exit', resolve));
  await postgres.stop();
  process.exit(code ?? 1);
}

main().catch(endWith);
