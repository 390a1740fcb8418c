import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');

/** Starts the built back end itself with the demo's configuration; resolves when it ends. */
function startWithDemo(nodeEnv: string | undefined) {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    SYNCHRONY_HOME: ROOT,
    APP_CONFIG_backend_listen_port: '7117',
    SYNCHRONY_DATA_DIR: mkdtempSync(path.join(os.tmpdir(), 'synchrony-e2e-')),
  };
  delete env.NODE_ENV;
  if (nodeEnv) {
    env.NODE_ENV = nodeEnv;
  }
  return new Promise<{ code: number | null; output: string }>(resolve => {
    const child = spawn(
      process.execPath,
      [
        'packages/backend',
        ...['app-config.yaml', 'app-config.demo.yaml'].flatMap(file => [
          '--config',
          path.join(ROOT, file),
        ]),
      ],
      { cwd: path.join(ROOT, 'build/production'), env },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output += chunk;
      });
    }
    child.once('exit', code => resolve({ code, output }));
  });
}

for (const nodeEnv of [undefined, 'production']) {
  test(`the back end refuses the demo when NODE_ENV is ${nodeEnv ?? 'not set'}`, async () => {
    const { code, output } = await startWithDemo(nodeEnv);
    expect(code).not.toBe(0);
    expect(output).toContain('Refusing to start');
    expect(output).toContain('NODE_ENV=development');
  });
}
