import { Knex } from 'knex';

/** A file of the programme that was good when it was read. */
export interface StoredProgrammeFile {
  location: string;
  text: string;
  loadedAt: number;
}

const ONLY_ROW = 1;

/** The last good file of the programme. */
export class ProgrammeFileStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async last(): Promise<StoredProgrammeFile | undefined> {
    const row = await this.#database('programme_files')
      .where({ id: ONLY_ROW })
      .first();
    return (
      row && {
        location: row.location,
        text: row.text,
        loadedAt: Number(row.loaded_at),
      }
    );
  }

  async keep({ location, text, loadedAt }: StoredProgrammeFile): Promise<void> {
    await this.#database('programme_files')
      .insert({ id: ONLY_ROW, location, text, loaded_at: loadedAt })
      .onConflict('id')
      .merge();
  }
}
