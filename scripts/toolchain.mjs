/**
 * Finds or gets the toolchain: Node 22 or 24 and yarn 4, whatever Node ≥ 20
 * started the script. Nothing is installed outside npm's own cache.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);

const NODE_MAJORS = [22, 24];
const YARN_VERSION = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
).packageManager.split('@')[1];
const NODE_PACKAGE = 'node@24';
const TOOLCHAIN_NOTE = path.join(
  ROOT,
  'node_modules',
  '.synchrony-toolchain.json',
);
const IN_TOOLCHAIN = 'SYNCHRONY_TOOLCHAIN';

/** An error that says what to do; shown without a stack trace. */
export class Advice extends Error {}

/** Ends the process with one clear sentence. */
export function endWith(error) {
  const text =
    error instanceof Advice ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

function nodeMajor() {
  return Number(process.versions.node.split('.')[0]);
}

function hasYarn() {
  const result = spawnSync('yarn', ['--version'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return result.status === 0 && result.stdout.trim().startsWith('4.');
}

/** Folder with the `node` and `yarn` to use, from npm; undefined when both are at hand. */
function fetchToolchain() {
  const nodeFits = NODE_MAJORS.includes(nodeMajor());
  if (nodeFits && hasYarn()) {
    return undefined;
  }
  const packages = [
    ...(nodeFits ? [] : [NODE_PACKAGE]),
    `@yarnpkg/cli-dist@${YARN_VERSION}`,
  ];
  const known = knownToolchain(packages);
  if (known) {
    return known;
  }
  process.stdout.write(
    `Getting ${nodeFits ? '' : 'Node 24 and '}yarn ${YARN_VERSION} from the npm registry …\n`,
  );
  const result = spawnSync(
    'npx',
    [
      '-y',
      ...packages.flatMap(name => ['-p', name]),
      '-c',
      'node -p "process.env.PATH.split(require(\'path\').delimiter)[0]"',
    ],
    {
      cwd: path.parse(ROOT).root,
      encoding: 'utf8',
      env: { npm_config_fetch_retries: '1', ...process.env },
      shell: process.platform === 'win32',
    },
  );
  if (result.status !== 0) {
    throw new Advice(
      `Could not get Node 24 and yarn ${YARN_VERSION} from the npm registry. Check the network, or install Node 24 and yarn ${YARN_VERSION} yourself and run this again.\n${firstLine(result.stderr)}`,
    );
  }
  const folder = lastLine(result.stdout);
  mkdirSync(path.dirname(TOOLCHAIN_NOTE), { recursive: true });
  writeFileSync(TOOLCHAIN_NOTE, JSON.stringify({ folder, packages }));
  return folder;
}

/** The folder that npm gave the last time, which saves asking it again. */
function knownToolchain(packages) {
  try {
    const note = JSON.parse(readFileSync(TOOLCHAIN_NOTE, 'utf8'));
    const names = packages.includes(NODE_PACKAGE) ? ['node', 'yarn'] : ['yarn'];
    return note.packages.join() === packages.join() &&
      names.every(name => existsSync(path.join(note.folder, name)))
      ? note.folder
      : undefined;
  } catch {
    return undefined;
  }
}

function firstLine(text) {
  return (text ?? '').trim().split('\n')[0];
}

function lastLine(text) {
  return (text ?? '').trim().split('\n').at(-1) ?? '';
}

/**
 * Runs this script again under the right Node where the present one is not it,
 * and ends with its exit code. Returns when the present process is the right one.
 */
export function enterToolchain() {
  if (process.env[IN_TOOLCHAIN] === '1') {
    return;
  }
  const folder = fetchToolchain();
  const env = { ...process.env, [IN_TOOLCHAIN]: '1' };
  if (folder === undefined) {
    process.env[IN_TOOLCHAIN] = '1';
    return;
  }
  env.PATH = `${folder}${path.delimiter}${process.env.PATH}`;
  // Both get the terminal's Ctrl-C; the child decides when all is ended.
  process.on('SIGINT', () => {});
  const script = path.basename(process.argv[1], '.mjs');
  const child = spawnSync(
    'node',
    [path.join(ROOT, 'scripts/run.cjs'), script, ...process.argv.slice(2)],
    {
      env,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  process.exit(child.status ?? 1);
}

/** Installs the dependencies when they are missing or older than the lock file. */
export function installDependencies() {
  const lock = readFileSync(path.join(ROOT, 'yarn.lock'), 'utf8');
  const stamp = path.join(ROOT, 'node_modules', '.synchrony-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
    return;
  }
  process.stdout.write('Installing dependencies (a minute or two) …\n');
  const result = spawnSync('yarn', ['install', '--immutable'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 1 << 26,
  });
  if (result.status !== 0) {
    const output = `${result.stdout}\n${result.stderr}`;
    const network =
      /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|RequestError/.test(output);
    throw new Advice(
      network
        ? 'Could not install the dependencies: the npm registry does not answer. Check the network and run this again.'
        : `Could not install the dependencies:\n${output.split('\n').slice(-15).join('\n')}`,
    );
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}
