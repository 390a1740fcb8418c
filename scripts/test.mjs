/**
 * Everything that must hold before a change lands, in one run: formatting,
 * lint, types, unit and integration tests on SQLite and PostgreSQL, the
 * production build, and the tests of the built portal in a real browser.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium, HOW_TO_GET_CHROMIUM } from './chromium.mjs';
import { findCorpus, HOW_TO_GET_CORPUS } from './corpus.mjs';
import { startPostgres } from './postgres.mjs';
import {
  Advice,
  endWith,
  enterToolchain,
  installDependencies,
  ROOT,
} from './toolchain.mjs';

const RESULTS = path.join(ROOT, 'build', 'test-results');
/** In their order; what is together uses one core each. */
const STAGES = [['format', 'types'], ['lint'], ['unit'], ['build'], ['e2e']];
const STEPS = STAGES.flat();

function run(command, args, env = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.once('error', () => resolve(false));
    child.once('exit', code => resolve(code === 0));
  });
}

const one = passed => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
});

function readJson(name) {
  try {
    return JSON.parse(readFileSync(path.join(RESULTS, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The databases of tests need not outlive a crash. */
const CARELESS = ['fsync', 'full_page_writes', 'synchronous_commit'].flatMap(
  setting => ['-c', `${setting}=off`],
);

async function unit() {
  const postgres = await startPostgres(CARELESS);
  try {
    const report = path.join(RESULTS, 'unit.json');
    const ok = await run(
      'yarn',
      [
        'backstage-cli',
        'repo',
        'test',
        '--maxWorkers=2',
        '--json',
        `--outputFile=${report}`,
      ],
      {
        CI: '1',
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
      },
    );
    const results = readJson('unit.json');
    if (!results) {
      return one(false);
    }
    const broken = results.testResults.filter(
      suite => suite.status === 'failed' && suite.assertionResults.length === 0,
    ).length;
    const failed = results.numFailedTests + broken;
    return {
      passed: results.numPassedTests,
      // A failure outside any test, such as a coverage or teardown error.
      failed: ok || failed > 0 ? failed : 1,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } finally {
    await postgres.stop();
  }
}

async function endToEnd() {
  const chromium = findChromium();
  const ok = await run(
    'yarn',
    ['playwright', 'test', ...(chromium ? [] : ['--list'])],
    {
      SYNCHRONY_CHROMIUM: chromium ?? '',
      PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(RESULTS, 'e2e.json'),
    },
  );
  const stats = readJson('e2e.json')?.stats;
  if (!stats) {
    return one(false);
  }
  const total = stats.expected + stats.unexpected + stats.flaky + stats.skipped;
  if (!chromium) {
    return { passed: 0, failed: 0, skipped: Math.max(total, 1) };
  }
  return {
    passed: stats.expected + stats.flaky,
    failed: ok || stats.unexpected > 0 ? stats.unexpected : 1,
    skipped: stats.skipped,
  };
}

const RUN = {
  format: async () => one(await run('yarn', ['prettier', '--check', '.'])),
  lint: async () =>
    one(
      await run('yarn', [
        'backstage-cli',
        'repo',
        'lint',
        '--max-warnings',
        '0',
      ]),
    ),
  types: async () => one(await run('yarn', ['tsc'])),
  unit,
  // The types are not checked, and written, twice.
  build: async steps =>
    one(
      await run(
        'yarn',
        steps.includes('types')
          ? ['backstage-cli', 'repo', 'build', '--all']
          : ['build:all'],
      ),
    ),
  e2e: endToEnd,
};

function requireWhatCiNeeds() {
  const missing = [
    [findCorpus(), 'The corpus', HOW_TO_GET_CORPUS],
    [findChromium(), 'Chromium', HOW_TO_GET_CHROMIUM],
  ].filter(([found]) => !found);
  for (const [, what, how] of missing) {
    const line = `${what} is not here: the tests that need it are skipped. ${how}`;
    if (process.env.SYNCHRONY_REQUIRE_ALL === '1') {
      throw new Advice(`${what} is required in this run. ${how}`);
    }
    process.stdout.write(`${line}\n`);
  }
}

async function main() {
  const { values } = parseArgs({
    options: { only: { type: 'string', default: STEPS.join(',') } },
  });
  const steps = values.only.split(',');
  const unknown = steps.find(step => !STEPS.includes(step));
  if (unknown) {
    throw new Advice(`--only knows ${STEPS.join(', ')}, not "${unknown}".`);
  }
  enterToolchain();
  installDependencies();
  requireWhatCiNeeds();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });

  const total = { passed: 0, failed: 0, skipped: 0 };
  const report = async step => {
    const from = Date.now();
    process.stdout.write(`\n=== ${step}\n`);
    const result = await RUN[step](steps);
    for (const key of Object.keys(total)) {
      total[key] += result[key];
    }
    process.stdout.write(
      `=== ${step}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped in ${Math.round((Date.now() - from) / 1000)} s\n`,
    );
  };
  for (const stage of STAGES) {
    await Promise.all(stage.filter(step => steps.includes(step)).map(report));
  }
  process.stdout.write(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`,
  );
  process.exit(total.failed === 0 ? 0 : 1);
}

main().catch(endWith);
