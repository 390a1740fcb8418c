import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import createKnex, { Knex } from 'knex';

const URL_VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
/** Any number that no other lock of the server has. */
const LOCK = 7_061_954;

/** What the databases of a plugin's tests begin with. */
export interface Migrated {
  /** The packages whose migrations are done; the first one is the plugin's. */
  packages: string[];
  migrate(database: Knex): Promise<void>;
}

/** Another template for every state of the migrations. */
function templateName(packages: string[]): string {
  const hash = createHash('sha256');
  for (const name of packages) {
    hash.update(name);
    const folder = resolvePackagePath(name, 'migrations');
    for (const file of readdirSync(folder).sort()) {
      hash.update(file).update(readFileSync(path.join(folder, file)));
    }
  }
  return `synchrony_${hash.digest('hex').slice(0, 16)}`;
}

/** Databases of PostgreSQL that are copies of a migrated one. */
class MigratedDatabases {
  readonly #url: string;
  readonly #migrated: Migrated;
  readonly #admin: Knex;
  readonly #created: { name: string; knex: Knex }[] = [];
  #template: Promise<string> | undefined;

  constructor(url: string, migrated: Migrated) {
    this.#url = url;
    this.#migrated = migrated;
    this.#admin = this.#connect('postgres', 1);
  }

  async create(): Promise<Knex> {
    this.#template ??= this.#prepareTemplate(
      templateName(this.#migrated.packages),
    );
    const template = await this.#template;
    const name = `db${randomUUID().replaceAll('-', '')}`;
    await this.#admin.raw('CREATE DATABASE ?? TEMPLATE ??', [name, template]);
    const knex = this.#connect(name, 5);
    this.#created.push({ name, knex });
    return knex;
  }

  async drop(): Promise<void> {
    for (const { name, knex } of this.#created) {
      await knex.destroy();
      await this.#admin.raw('DROP DATABASE ?? WITH (FORCE)', [name]);
    }
    await this.#admin.destroy();
  }

  /** Several processes of a test run get here at once. */
  async #prepareTemplate(name: string): Promise<string> {
    await this.#admin.raw('SELECT pg_advisory_lock(?)', [LOCK]);
    try {
      const known = await this.#admin('pg_database').where({ datname: name });
      if (known.length === 0) {
        const unfinished = `${name}_unfinished`;
        await this.#admin.raw('DROP DATABASE IF EXISTS ??', [unfinished]);
        await this.#admin.raw('CREATE DATABASE ??', [unfinished]);
        const knex = this.#connect(unfinished, 1);
        await this.#migrated.migrate(knex).finally(() => knex.destroy());
        await this.#admin.raw('ALTER DATABASE ?? RENAME TO ??', [
          unfinished,
          name,
        ]);
      }
    } finally {
      await this.#admin.raw('SELECT pg_advisory_unlock(?)', [LOCK]);
    }
    return name;
  }

  #connect(database: string, max: number): Knex {
    const connection = new URL(this.#url);
    connection.pathname = database;
    return createKnex({
      client: 'pg',
      connection: connection.href,
      pool: { min: 0, max },
    });
  }
}

/**
 * Lets tests begin with a migrated database on PostgreSQL, by copying one,
 * since the migrations take longer than most tests. SQLite does them in no time.
 */
export function beginMigrated(
  Databases: typeof TestDatabases,
  migrated: Migrated,
): void {
  const { init, shutdown } = Databases.prototype as unknown as {
    init(id: TestDatabaseId): Promise<Knex>;
    shutdown(): Promise<void>;
  };
  const copies = new Map<unknown, MigratedDatabases>();

  Object.assign(Databases.prototype, {
    async init(this: TestDatabases, id: TestDatabaseId): Promise<Knex> {
      const url = process.env[URL_VARIABLE];
      if (id !== 'POSTGRES_18' || !url || !this.supports(id)) {
        return init.call(this, id);
      }
      const mine = copies.get(this) ?? new MigratedDatabases(url, migrated);
      copies.set(this, mine);
      return mine.create();
    },
    async shutdown(this: TestDatabases): Promise<void> {
      await copies.get(this)?.drop();
      await shutdown.call(this);
    },
  });
}
