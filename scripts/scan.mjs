import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import {
  Advice,
  endWith,
  enterToolchain,
  installDependencies,
  ROOT,
} from './toolchain.mjs';

const USAGE = `npm run scan                   scans this repository and sends the reports to the portal
npm run scan -- --no-upload    only makes the reports, in .cache/scan

SYNCHRONY_URL and SYNCHRONY_TOKEN name another portal than the demo on localhost.`;

const ENTITY_REF = 'component:default/synchrony';
const FOLDER = path.join(ROOT, '.cache', 'scan');
const SBOM_TOOL = '@cyclonedx/yarn-plugin-cyclonedx@3.4.0';

const require = createRequire(import.meta.url);

function say(line) {
  process.stdout.write(`${line}\n`);
}

function run(command, args, env = {}) {
  return spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
}

function runNode(script, args, env) {
  return run(process.execPath, [script, ...args], env);
}

const SCANNERS = [
  {
    title: 'ESLint with eslint-plugin-security',
    file: 'eslint.sarif',
    scan: file =>
      runNode(
        path.join(
          path.dirname(require.resolve('eslint/package.json')),
          'bin/eslint.js',
        ),
        [
          '--no-eslintrc',
          ...['--config', 'scripts/scan/eslint-security.cjs'],
          '--no-inline-config',
          ...['--ext', '.ts,.tsx,.mjs,.cjs'],
          ...['--format', '@microsoft/eslint-formatter-sarif'],
          ...['--output-file', file],
          ...['packages', 'plugins', 'scripts', 'e2e'],
        ],
        { SARIF_ESLINT_IGNORE_SUPPRESSED: 'true' },
      ),
    finish: makePathsRelative,
  },
  {
    title: 'secretlint',
    file: 'secretlint.sarif',
    scan: file =>
      run('yarn', [
        'secretlint',
        ...['--secretlintrc', 'scripts/scan/secretlintrc.json'],
        ...['--format', '@secretlint/secretlint-formatter-sarif'],
        ...['--output', file],
        '**/*',
      ]),
    finish: makePathsRelative,
  },
  {
    title: 'CycloneDX, the list of all packages',
    file: 'sbom.cdx.json',
    scan: file =>
      run('npx', [
        '-y',
        SBOM_TOOL,
        ...['--output-format', 'JSON', '--output-file', file],
        ...['--mc-type', 'application', '--output-reproducible'],
      ]),
  },
];

/** The scanners name files of this machine; a portal links to the repository. */
function makePathsRelative(text) {
  const root = pathToFileURL(ROOT + path.sep).href;
  return JSON.stringify(JSON.parse(text), (key, value) =>
    key === 'uri' && typeof value === 'string' && value.startsWith(root)
      ? value.slice(root.length)
      : value,
  );
}

/** Makes one report; its path, or undefined when the scanner made none. */
function makeReport({ title, file, scan, finish }) {
  const target = path.join(FOLDER, file);
  rmSync(target, { force: true });
  say(`${title} …`);
  const result = scan(target);
  try {
    const text = readFileSync(target, 'utf8');
    writeFileSync(target, finish ? finish(text) : text);
    return target;
  } catch {
    const lines = `${result.stderr ?? ''}\n${result.stdout ?? ''}`
      .split('\n')
      .filter(line => line.trim());
    say(`  made no report: ${lines.at(0) ?? `exit code ${result.status}`}`);
    return undefined;
  }
}

function git(...args) {
  const result = run('git', args);
  return result.status === 0 ? result.stdout.trim() : '';
}

function upload(files) {
  const commit = git('rev-parse', 'HEAD');
  const ref = git('branch', '--show-current') || 'main';
  const result = spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'packages/cli/bin/synchrony'),
      'upload',
      ...files,
      ...['--entity', ENTITY_REF, '--ref', ref],
      ...(commit ? ['--commit', commit] : []),
    ],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: {
        ...process.env,
        SYNCHRONY_URL: process.env.SYNCHRONY_URL || 'http://localhost:7007',
        SYNCHRONY_TOKEN: process.env.SYNCHRONY_TOKEN || 'demo-ci-token',
      },
    },
  );
  return result.status ?? 1;
}

/** Scans this repository with real scanners and sends what they found. */
function main() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        'no-upload': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new Advice(`${error.message}\n\n${USAGE}`);
  }
  if (values.help) {
    say(USAGE);
    return;
  }
  enterToolchain();
  installDependencies();
  mkdirSync(FOLDER, { recursive: true });
  const files = SCANNERS.flatMap(scanner => makeReport(scanner) ?? []);
  if (values['no-upload']) {
    files.forEach(file => say(path.relative(ROOT, file)));
    process.exitCode = files.length === SCANNERS.length ? 0 : 1;
    return;
  }
  const code = files.length > 0 ? upload(files) : 1;
  process.exitCode = files.length === SCANNERS.length ? code : code || 1;
}

try {
  main();
} catch (error) {
  endWith(error);
}
