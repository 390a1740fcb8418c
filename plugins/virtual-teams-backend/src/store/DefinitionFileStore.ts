import { Knex } from 'knex';

/** A file that was good when it was read. */
export interface StoredDefinitionFile {
  location: string;
  text: string;
  loadedAt: number;
}

const TABLE = 'definition_files';

/** The last good file of a kind, for all replicas. */
export class DefinitionFileStore {
  readonly #database: Knex;
  readonly #kind: string;

  constructor(database: Knex, kind: 'settings' | 'skills') {
    this.#database = database;
    this.#kind = kind;
  }

  async last(): Promise<StoredDefinitionFile | undefined> {
    const row = await this.#database(TABLE).where({ kind: this.#kind }).first();
    return (
      row && {
        location: row.location,
        text: row.text,
        loadedAt: Number(row.loaded_at),
      }
    );
  }

  async keep({ loadedAt, location, text }: StoredDefinitionFile) {
    await this.#database(TABLE)
      .insert({ kind: this.#kind, location, text, loaded_at: loadedAt })
      .onConflict('kind')
      .merge();
  }
}
