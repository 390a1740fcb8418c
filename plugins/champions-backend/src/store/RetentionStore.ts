import { Knex } from 'knex';

/** Somebody of whom something is kept. */
export interface KeptPerson {
  id: number;
  userRef: string;
}

/** What time alone takes away. */
export class RetentionStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Nominations that came to nothing before a time. */
  async closedBefore(before: number, limit: number): Promise<string[]> {
    return this.#database('assignments')
      .whereIn('status', ['closed', 'ended'])
      .whereNull('accepted_at')
      .whereNull('started_at')
      .where('nominated_at', '<', before)
      .whereNotExists(
        this.#database('assignment_events as e')
          .select(this.#database.raw('1'))
          .whereRaw('e.assignment_id = assignments.id')
          .where('e.at', '>=', before),
      )
      .orderBy('id')
      .limit(limit)
      .pluck('id');
  }

  /** People who are not erased, by number. */
  async people(after: number, limit: number): Promise<KeptPerson[]> {
    const rows = await this.#database('people')
      .whereNull('erased_at')
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .select('id', 'user_ref');
    return rows.map(row => ({ id: row.id, userRef: row.user_ref }));
  }

  async markBack(ids: number[]): Promise<void> {
    await this.#database('people')
      .whereIn('id', ids)
      .whereNotNull('gone_since')
      .update({ gone_since: null });
  }

  async markGone(ids: number[], at: number): Promise<void> {
    await this.#database('people')
      .whereIn('id', ids)
      .whereNull('gone_since')
      .update({ gone_since: at });
  }

  async goneBefore(before: number, limit: number): Promise<string[]> {
    return this.#database('people')
      .whereNull('erased_at')
      .where('gone_since', '<=', before)
      .orderBy('id')
      .limit(limit)
      .pluck('user_ref');
  }
}
