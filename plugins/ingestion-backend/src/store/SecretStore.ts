import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';

const BYTES = 32;

/** Random keys that all replicas share. */
export class SecretStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** The key of a name; whoever asks first makes it. */
  async getOrCreate(name: string): Promise<Buffer> {
    return (await this.#find(name)) ?? (await this.#create(name));
  }

  async #find(name: string): Promise<Buffer | undefined> {
    const row: { value: string } | undefined = await this.#database('secrets')
      .where({ name })
      .first('value');
    return row && Buffer.from(row.value, 'base64');
  }

  async #create(name: string): Promise<Buffer> {
    const made = randomBytes(BYTES);
    await this.#database('secrets')
      .insert({ name, value: made.toString('base64') })
      .onConflict('name')
      .ignore();
    // Another replica may have been first.
    return (await this.#find(name)) ?? made;
  }
}
