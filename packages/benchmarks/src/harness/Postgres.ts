import { Client } from 'pg';
import { BackendDatabases } from './types';

/** The PostgreSQL that all of one run works with. */
export class Postgres implements BackendDatabases {
  readonly #url: URL;

  constructor(url: string) {
    this.#url = new URL(url);
  }

  get url(): string {
    return this.#url.href;
  }

  /** `backend.database` of a back end whose databases start with the prefix. */
  backendConfig(prefix: string) {
    return {
      client: 'pg',
      prefix,
      connection: {
        host: this.#url.hostname,
        port: Number(this.#url.port || 5432),
        user: decodeURIComponent(this.#url.username),
        password: decodeURIComponent(this.#url.password),
      },
    };
  }

  /** Works with a connection of its own to a database. */
  async connected<T>(
    database: string,
    work: (client: Client) => Promise<T>,
  ): Promise<T> {
    const url = new URL(this.#url);
    url.pathname = `/${database}`;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async version(): Promise<string> {
    return this.connected('postgres', async client => {
      const { rows } = await client.query('SHOW server_version');
      return String(rows[0].server_version);
    });
  }

  /** Removes what a back end has left; connections to it are cut. */
  async dropDatabases(prefix: string): Promise<void> {
    await this.connected('postgres', async client => {
      const { rows } = await client.query(
        'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
        [prefix],
      );
      for (const { datname } of rows) {
        await client.query(
          `DROP DATABASE ${client.escapeIdentifier(datname)} WITH (FORCE)`,
        );
      }
    });
  }
}
