import { rm } from 'node:fs/promises';
import { BackendDatabases } from './types';

/** SQLite files in a folder, as the portal has them without a database server. */
export class SqliteFolder implements BackendDatabases {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  backendConfig() {
    return {
      client: 'better-sqlite3',
      connection: { directory: this.#folder },
    };
  }

  async dropDatabases(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
