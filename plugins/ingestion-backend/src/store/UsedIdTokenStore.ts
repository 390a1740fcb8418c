import { Knex } from 'knex';

/** Which ID tokens were exchanged; a second time is a conflict. */
export class UsedIdTokenStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Throws the database's conflict when the key is there. */
  async insert(
    tx: Knex.Transaction,
    key: string,
    expiresAt: number,
  ): Promise<void> {
    await tx('used_id_tokens').insert({ key, expires_at: expiresAt });
  }

  async deleteExpired(before: number): Promise<void> {
    await this.#database('used_id_tokens')
      .where('expires_at', '<', before)
      .delete();
  }
}
