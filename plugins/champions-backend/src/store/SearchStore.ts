import {
  AssignmentStatus,
  PUBLIC_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';

/** An assignment that everybody may know of. */
export interface PublicAssignment {
  id: string;
  userRef: string;
  scopeRef: string;
  role: 'primary' | 'deputy';
  /** Ids. */
  specialisms: string[];
}

/** What decides whether somebody finds an assignment. */
export interface FindableAssignment {
  id: string;
  status: AssignmentStatus;
  scopeRef: string;
}

/** What can be found by searching. */
export class SearchStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async page(
    after: string | undefined,
    limit: number,
  ): Promise<PublicAssignment[]> {
    const rows = await this.#database('assignments as a')
      .join('people as p', 'p.id', 'a.person_id')
      .whereIn('a.status', [...PUBLIC_ASSIGNMENT_STATUSES])
      .where(open => {
        if (after !== undefined) {
          open.where('a.id', '>', after);
        }
      })
      .orderBy('a.id')
      .limit(limit)
      .select('a.id', 'a.scope_ref', 'a.role', 'a.specialisms', 'p.user_ref');
    return rows.map(row => ({
      id: row.id,
      userRef: row.user_ref,
      scopeRef: row.scope_ref,
      role: row.role,
      specialisms: JSON.parse(row.specialisms),
    }));
  }

  async findable(ids: string[]): Promise<Map<string, FindableAssignment>> {
    const rows = await this.#database('assignments')
      .whereIn('id', ids)
      .select('id', 'status', 'scope_ref');
    return new Map(
      rows.map(({ id, scope_ref, status }) => [
        id,
        { id, status, scopeRef: scope_ref },
      ]),
    );
  }
}
