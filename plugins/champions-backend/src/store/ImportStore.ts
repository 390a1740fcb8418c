import { Knex } from 'knex';

/** Looks where people who are brought over stand already. */
export class ImportStore {
  /** Where each of these people stands or stood, as `personId scopeRef`. */
  async places(tx: Knex, personIds: number[]): Promise<Set<string>> {
    const rows = await tx('assignments')
      .select('person_id', 'scope_ref')
      .whereIn('person_id', personIds);
    return new Set(rows.map(row => `${row.person_id} ${row.scope_ref}`));
  }
}
