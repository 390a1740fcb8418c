import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DATA_FOLDER, prepareDataFolder } from './dataFolder.mjs';
import { onEnd, PortalProcess } from './portalProcess.mjs';
import { requireFreePorts } from './ports.mjs';
import {
  Advice,
  endWith,
  enterToolchain,
  installDependencies,
  ROOT,
} from './toolchain.mjs';

const PORTAL_URL = 'http://localhost:3000';
const BACKEND_URL = 'http://localhost:7007';

const USAGE = `npm start                 the demo portal on ${PORTAL_URL}
npm start -- --no-demo-data   without sending the demo reports
npm start -- --config FILE    with a further configuration file, may be repeated`;

function say(text) {
  process.stdout.write(`${text}\n`);
}

function loadDemo() {
  return new Promise((resolve, reject) => {
    const child = spawn(
      'yarn',
      ['workspace', '@synchrony/demo', 'load', '--url', BACKEND_URL],
      { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    child.once('error', reject);
    child.once('exit', code =>
      code === 0
        ? resolve()
        : reject(
            new Advice(
              `The demo reports could not be loaded completely; the portal goes on with what is there. Run "npm start" again to send the rest.`,
            ),
          ),
    );
  });
}

async function main() {
  const { values } = parseArgs({
    options: {
      'no-demo-data': { type: 'boolean', default: false },
      config: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(USAGE);
    return;
  }

  enterToolchain();
  await requireFreePorts([
    { port: 3000, what: 'the portal' },
    { port: 7007, what: 'its back end' },
  ]);
  installDependencies();
  prepareDataFolder(DATA_FOLDER);

  say('Starting the back end and building the portal …');
  const configs = [
    'app-config.yaml',
    'app-config.demo.yaml',
    ...values.config,
  ].flatMap(file => ['--config', path.resolve(ROOT, file)]);
  const portal = new PortalProcess(
    'yarn',
    ['backstage-cli', 'repo', 'start', ...configs],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        BROWSER: 'none',
        // Node keeps what it compiled, which makes the next start quicker.
        NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/node'),
        SYNCHRONY_HOME: ROOT,
        SYNCHRONY_DATA_DIR: DATA_FOLDER,
      },
      logFile: path.join(DATA_FOLDER, 'portal.log'),
    },
  );
  onEnd(() => portal.stop());
  try {
    await portal.waitUntilUp(
      'The back end',
      `${BACKEND_URL}/.backstage/health/v1/readiness`,
      120_000,
    );
    say('The back end is up.');
    await Promise.all([
      portal
        .waitUntilUp('The portal', PORTAL_URL, 180_000)
        .then(() => say('The portal is built.')),
      !values['no-demo-data'] && loadDemo().catch(error => say(error.message)),
    ]);
  } catch (error) {
    await portal.stop();
    throw error;
  }
  const { readPersonaTitles } = await import('./personas.mjs');
  say(
    `\nReady: ${PORTAL_URL} — sign in as ${readPersonaTitles(ROOT).join(', ')}. Ctrl-C ends everything.`,
  );
  const code = await portal.exited;
  await portal.stop();
  throw new Advice(
    `The portal ended by itself (exit code ${code}). The log: ${path.join(DATA_FOLDER, 'portal.log')}`,
  );
}

main().catch(endWith);
