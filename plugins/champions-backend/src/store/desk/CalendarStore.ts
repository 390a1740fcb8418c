import { Knex } from 'knex';

/** Feeds of calendars. Of their addresses only a hash is kept. */
export class CalendarStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Since when a person has a feed. */
  async createdAt(personId: number): Promise<number | undefined> {
    const row = await this.#database('calendars')
      .where({ person_id: personId })
      .first('created_at');
    return row && Number(row.created_at);
  }

  /** Makes a feed; an earlier address ends. */
  async put(
    tx: Knex.Transaction,
    feed: { personId: number; tokenHash: string; createdAt: number },
  ): Promise<void> {
    await tx('calendars')
      .insert({
        person_id: feed.personId,
        token_hash: feed.tokenHash,
        created_at: feed.createdAt,
      })
      .onConflict('person_id')
      .merge(['token_hash', 'created_at']);
  }

  async remove(personId: number): Promise<void> {
    await this.#database('calendars').where({ person_id: personId }).delete();
  }

  /** Whose feed it is. */
  async personOf(tokenHash: string): Promise<number | undefined> {
    const row = await this.#database('calendars')
      .where({ token_hash: tokenHash })
      .first('person_id');
    return row?.person_id;
  }
}
