import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DATA_FOLDER } from './dataFolder.mjs';
import { layOutProduction, PRODUCTION_FOLDER } from './productionLayout.mjs';
import {
  endWith,
  enterToolchain,
  installDependencies,
  ROOT,
} from './toolchain.mjs';

/** The one port of the built portal, unless a configuration says otherwise. */
const URL = process.env.SYNCHRONY_BASE_URL ?? 'http://localhost:7007';

function main() {
  const { values } = parseArgs({
    options: { config: { type: 'string', multiple: true, default: [] } },
  });
  enterToolchain();
  installDependencies();
  layOutProduction();
  const data = process.env.SYNCHRONY_DATA_DIR ?? DATA_FOLDER;
  mkdirSync(data, { recursive: true });

  const configs = ['app-config.yaml', ...values.config].flatMap(file => [
    '--config',
    path.resolve(ROOT, file),
  ]);
  const child = spawn(
    process.execPath,
    ['--no-node-snapshot', 'packages/backend', ...configs],
    {
      cwd: PRODUCTION_FOLDER,
      stdio: 'inherit',
      env: {
        NODE_ENV: 'production',
        ...process.env,
        SYNCHRONY_HOME: ROOT,
        SYNCHRONY_DATA_DIR: data,
        APP_CONFIG_app_baseUrl: JSON.stringify(URL),
        APP_CONFIG_backend_baseUrl: JSON.stringify(URL),
      },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('exit', code => process.exit(code ?? 1));
}

try {
  main();
} catch (error) {
  endWith(error);
}
