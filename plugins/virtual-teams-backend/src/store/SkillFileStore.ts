import { Knex } from 'knex';

/** A file of the taxonomy that was good when it was read. */
export interface StoredSkillFile {
  location: string;
  text: string;
  loadedAt: number;
}

const KIND = 'skills';

/** The last good file of the taxonomy, for all replicas. */
export class SkillFileStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async last(): Promise<StoredSkillFile | undefined> {
    const row = await this.#database('definition_files')
      .where({ kind: KIND })
      .first();
    return (
      row && {
        location: row.location,
        text: row.text,
        loadedAt: Number(row.loaded_at),
      }
    );
  }

  async keep({ location, text, loadedAt }: StoredSkillFile): Promise<void> {
    await this.#database('definition_files')
      .insert({ kind: KIND, location, text, loaded_at: loadedAt })
      .onConflict('kind')
      .merge();
  }
}
