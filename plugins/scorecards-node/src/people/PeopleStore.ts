import { whereAmong } from '../database';
import { normalizeEntityRef } from '../entities';
import { Knex } from 'knex';

/**
 * People by number, so that a name stands in one place only: in the table
 * `people` of the plugin, with `id` and a unique, lower-cased `user_ref`.
 *
 * @public
 */
export class PeopleStore {
  /** The numbers of people; those who are new get one. */
  async idsOf(tx: Knex, userRefs: string[]): Promise<Map<string, number>> {
    const refs = [...new Set(userRefs.map(normalizeEntityRef))];
    if (refs.length === 0) {
      return new Map();
    }
    await tx('people')
      .insert(refs.map(user_ref => ({ user_ref })))
      .onConflict('user_ref')
      .ignore();
    const rows = await tx('people')
      .select('id', 'user_ref')
      .whereIn('user_ref', refs);
    return new Map(rows.map(row => [row.user_ref, row.id]));
  }

  async idOf(tx: Knex, userRef: string): Promise<number> {
    const ids = await this.idsOf(tx, [userRef]);
    return ids.get(normalizeEntityRef(userRef))!;
  }

  /** The number of somebody of whom something is kept already. */
  async find(tx: Knex, userRef: string): Promise<number | undefined> {
    const row = await tx('people')
      .select('id')
      .where('user_ref', normalizeEntityRef(userRef))
      .first();
    return row?.id;
  }

  /** The numbers of those of whom something is kept already. */
  async known(tx: Knex, userRefs: string[]): Promise<Map<string, number>> {
    const rows = await tx('people')
      .select('id', 'user_ref')
      .where(each =>
        whereAmong(each, 'user_ref', userRefs.map(normalizeEntityRef)),
      );
    return new Map(rows.map(row => [row.user_ref, row.id]));
  }

  async refsOf(tx: Knex, ids: number[]): Promise<Map<number, string>> {
    const rows = await tx('people')
      .select('id', 'user_ref')
      .where(each => whereAmong(each, 'id', [...new Set(ids)]));
    return new Map(rows.map(row => [row.id, row.user_ref]));
  }
}
