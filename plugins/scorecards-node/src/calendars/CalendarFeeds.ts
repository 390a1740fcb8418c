import { createHash, randomBytes } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { PeopleStore } from '../people';

/** 256 bits: nobody finds one by trying. */
const TOKEN_BYTES = 32;

const TABLE = 'calendars';

/** @public */
export interface CalendarFeedsOptions {
  /** Has `calendars` with `person_id`, `token_hash` and `created_at`, and `people`. */
  database: Knex;
  people: PeopleStore;
  clock: () => Date;
}

/** A feed of somebody; the token stands only in the answer that makes it. @public */
export interface StoredCalendarFeed {
  /** ISO 8601. */
  createdAt: string;
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Secret addresses of calendars, for calendar programmes that can't sign in:
 * one a person, of which only a hash is kept.
 *
 * @public
 */
export class CalendarFeeds {
  readonly #options: CalendarFeedsOptions;

  constructor(options: CalendarFeedsOptions) {
    this.#options = options;
  }

  async get(userRef: string): Promise<StoredCalendarFeed | undefined> {
    const { database, people } = this.#options;
    const personId = await people.find(database, userRef);
    const row =
      personId === undefined
        ? undefined
        : await database(TABLE)
            .where({ person_id: personId })
            .first('created_at');
    return row && { createdAt: new Date(Number(row.created_at)).toISOString() };
  }

  /** Makes a feed; an earlier address ends with it. */
  async create(
    userRef: string,
  ): Promise<StoredCalendarFeed & { token: string }> {
    const { clock, database, people } = this.#options;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = clock();
    await database.transaction(async tx => {
      await tx(TABLE)
        .insert({
          person_id: await people.idOf(tx, userRef),
          token_hash: hash(token),
          created_at: now.getTime(),
        })
        .onConflict('person_id')
        .merge(['token_hash', 'created_at']);
    });
    return { token, createdAt: now.toISOString() };
  }

  async remove(userRef: string): Promise<void> {
    const { database, people } = this.#options;
    const personId = await people.find(database, userRef);
    if (personId !== undefined) {
      await database(TABLE).where({ person_id: personId }).delete();
    }
  }

  /**
   * Whose feed an address is, by number. It is looked up by the hash, so that
   * how long it takes says nothing of how near a guess was.
   *
   * @throws NotFoundError for an address that is none
   */
  async personOf(token: string): Promise<number> {
    const row = await this.#options
      .database(TABLE)
      .where({ token_hash: hash(token) })
      .first('person_id');
    if (!row) {
      throw new NotFoundError('There is no such calendar');
    }
    return row.person_id;
  }
}
