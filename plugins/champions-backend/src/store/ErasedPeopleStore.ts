import { createHmac, randomBytes } from 'node:crypto';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

const PEOPLE = 'erased_people';
const KEY = 'erasure_key';

/** Stands in declarations for everybody who was erased. */
const SOMEBODY = 'user:erased/declared';

/**
 * Remembers who was erased without keeping a name: by a hash that nobody can
 * make, or look up, without the key.
 */
export class ErasedPeopleStore {
  readonly #configuredKey?: string;

  /** @param configuredKey - kept outside the database; one of its own without */
  constructor(configuredKey?: string) {
    this.#configuredKey = configuredKey;
  }

  async remember(tx: Knex, userRef: string): Promise<void> {
    await tx(PEOPLE)
      .insert({ ref_hash: hashOf(userRef, await this.#key(tx)) })
      .onConflict('ref_hash')
      .ignore();
  }

  /** Of some people, those who were erased once. */
  async among(tx: Knex, userRefs: string[]): Promise<Set<string>> {
    if (userRefs.length === 0) {
      return new Set();
    }
    const key = await this.#key(tx);
    const hashes = new Map(
      userRefs.map(normalizeEntityRef).map(ref => [hashOf(ref, key), ref]),
    );
    const found: string[] = await tx(PEOPLE)
      .whereIn('ref_hash', [...hashes.keys()])
      .pluck('ref_hash');
    return new Set(found.map(hash => hashes.get(hash)!));
  }

  /** The number of the one who stands for all; nothing leads to a person. */
  async somebody(tx: Knex): Promise<number> {
    await tx('people')
      .insert({ user_ref: SOMEBODY, erased_at: 0 })
      .onConflict('user_ref')
      .ignore();
    const row = await tx('people').where({ user_ref: SOMEBODY }).first('id');
    return row.id;
  }

  async #key(tx: Knex): Promise<string> {
    if (this.#configuredKey) {
      return this.#configuredKey;
    }
    await tx(KEY)
      .insert({ id: 1, key: randomBytes(32).toString('hex') })
      .onConflict('id')
      .ignore();
    const row = await tx(KEY).where({ id: 1 }).first('key');
    return row.key;
  }
}

function hashOf(userRef: string, key: string): string {
  return createHmac('sha256', key)
    .update(normalizeEntityRef(userRef))
    .digest('hex');
}
