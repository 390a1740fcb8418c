import { hash } from 'node:crypto';
import { Knex } from 'knex';
import { SlaPolicy } from '../sla';

/** Numbers the policies that the configuration gave over time. */
export class SlaPolicyStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Stores the policy as a new version unless it is the newest already. */
  async put(policy: SlaPolicy, now: number): Promise<void> {
    const definition = JSON.stringify(policy);
    const digest = hash('sha256', definition, 'base64url').slice(0, 22);
    const newest = await this.#newest();
    if (newest?.hash !== digest) {
      await this.#database('sla_policies')
        .insert({
          version: (newest?.version ?? 0) + 1,
          hash: digest,
          definition,
          since: now,
        })
        .onConflict('version')
        .ignore();
    }
  }

  async newestVersion(): Promise<number | undefined> {
    return (await this.#newest())?.version;
  }

  async #newest(): Promise<{ version: number; hash: string } | undefined> {
    return this.#database('sla_policies')
      .orderBy('version', 'desc')
      .first('version', 'hash');
  }
}
