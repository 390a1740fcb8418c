import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';

interface LeaseRow {
  name: string;
  holder: string;
  expires_at: number | string;
}

/**
 * Leases in the plugin's database: of all replicas, one at a time does a piece
 * of work, and another takes over when it dies.
 *
 * @public
 */
export class Leases {
  readonly #database: Knex;
  readonly #clock: () => Date;
  readonly #holder = randomUUID();

  constructor(options: { database: Knex; clock?: () => Date }) {
    this.#database = options.database;
    this.#clock = options.clock ?? (() => new Date());
  }

  /** Takes or renews a lease; false while another replica holds it. */
  async acquire(name: string, ttlMs: number): Promise<boolean> {
    const now = this.#clock().getTime();
    const lease = { holder: this.#holder, expires_at: now + ttlMs };
    const updated = await this.#database<LeaseRow>('synchrony_leases')
      .where({ name })
      .andWhere(open =>
        open.where('expires_at', '<=', now).orWhere('holder', this.#holder),
      )
      .update(lease);
    if (updated > 0) {
      return true;
    }
    const inserted = await this.#database<LeaseRow>('synchrony_leases')
      .insert({ name, ...lease })
      .onConflict('name')
      .ignore()
      .returning('name');
    return inserted.length > 0;
  }

  /** Lets another replica take over at once. */
  async release(name: string): Promise<void> {
    await this.#database<LeaseRow>('synchrony_leases')
      .where({ name, holder: this.#holder })
      .delete();
  }
}
