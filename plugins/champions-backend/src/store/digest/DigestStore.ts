import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/** What somebody was told last, and of which day that was. */
export interface LastDigest {
  day: string;
  content: string;
  /** Since when a replica is at it; absent once it was sent. */
  sendingSince?: number;
}

const DIGESTS = 'digests';
const ROUNDS = 'digest_rounds';
const ROUND_ROW = 1;

/** Who was sent the digest of which day. */
export class DigestStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Whether the digests of a day are still to be sent. */
  async isDue(day: string): Promise<boolean> {
    const done = await this.#database(ROUNDS)
      .where({ id: ROUND_ROW })
      .andWhere('day', '>=', day)
      .first('id');
    return done === undefined;
  }

  async finish(day: string): Promise<void> {
    await this.#database(ROUNDS)
      .insert({ id: ROUND_ROW, day })
      .onConflict('id')
      .merge();
  }

  async last(personIds: number[]): Promise<Map<number, LastDigest>> {
    const rows = await this.#database(DIGESTS).where(each =>
      whereAmong(each, 'person_id', personIds),
    );
    return new Map(
      rows.map(row => [
        row.person_id,
        {
          day: row.day,
          content: row.content,
          ...(row.sending_since !== null && {
            sendingSince: Number(row.sending_since),
          }),
        },
      ]),
    );
  }

  /**
   * Takes the digest of a day for these people, before it is sent; answers
   * whose nobody took before. So nobody is sent a second one for a day.
   */
  async claim(
    personIds: number[],
    { content, day, sendingSince }: Required<LastDigest>,
  ): Promise<Set<number>> {
    const rows: { person_id: number }[] = await this.#database(DIGESTS)
      .insert(
        personIds.map(person_id => ({
          person_id,
          day,
          content,
          sending_since: sendingSince,
        })),
      )
      .onConflict('person_id')
      .merge()
      .where(`${DIGESTS}.day`, '<', day)
      .returning('person_id');
    return new Set(rows.map(row => row.person_id));
  }

  async sent(personIds: number[], day: string): Promise<void> {
    await this.#database(DIGESTS)
      .where({ day })
      .andWhere(each => whereAmong(each, 'person_id', personIds))
      .update({ sending_since: null });
  }

  /** What was taken and not sent may be taken again. */
  async release(personIds: number[], day: string): Promise<void> {
    await this.#database(DIGESTS)
      .where({ day })
      .andWhere(each => whereAmong(each, 'person_id', personIds))
      .delete();
  }
}
