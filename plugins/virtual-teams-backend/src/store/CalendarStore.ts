import { Knex } from 'knex';

const TABLE = 'calendars';

/** Feeds of calendars. Of their addresses only a hash is kept. */
export class CalendarStore {
  /** Since when a person has a feed, in ms. */
  async createdAt(tx: Knex, personId: number): Promise<number | undefined> {
    const row = await tx(TABLE)
      .where({ person_id: personId })
      .first('created_at');
    return row && Number(row.created_at);
  }

  /** Makes a feed; an earlier address ends. */
  async put(
    tx: Knex,
    feed: { personId: number; tokenHash: string; createdAt: number },
  ): Promise<void> {
    await tx(TABLE)
      .insert({
        person_id: feed.personId,
        token_hash: feed.tokenHash,
        created_at: feed.createdAt,
      })
      .onConflict('person_id')
      .merge(['token_hash', 'created_at']);
  }

  async remove(tx: Knex, personId: number): Promise<void> {
    await tx(TABLE).where({ person_id: personId }).delete();
  }

  /** Whose feed it is. */
  async personOf(tx: Knex, tokenHash: string): Promise<number | undefined> {
    const row = await tx(TABLE)
      .where({ token_hash: tokenHash })
      .first('person_id');
    return row?.person_id;
  }
}
