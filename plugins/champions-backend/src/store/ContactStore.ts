import { Knex } from 'knex';

/** How an entity is looked after, as it is kept. */
export interface KeptCoverage {
  state: string;
  reasons: string[];
  scopeRef?: string;
}

/** Somebody who is in post at a scope. */
export interface KeptContact {
  userRef: string;
  role: 'primary' | 'deputy';
  status: string;
  specialisms: string[];
}

/** A group that has to be covered and is not. */
export interface KeptVacancy {
  scopeRef: string;
  state: string;
  since: number;
}

/** Whom to ask, and where there is nobody. */
export class ContactStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async coverage(entityRef: string): Promise<KeptCoverage | undefined> {
    const row = await this.#database('coverage')
      .where({ entity_ref: entityRef })
      .first();
    return (
      row && {
        state: row.state,
        reasons: JSON.parse(row.reasons),
        scopeRef: row.scope_ref ?? undefined,
      }
    );
  }

  /** Those whom everybody may know of; who has lapsed is not among them. */
  async contacts(scopeRef: string): Promise<KeptContact[]> {
    const rows = await this.#database('assignments as a')
      .join('people as p', 'p.id', 'a.person_id')
      .where('a.scope_ref', scopeRef)
      .whereIn('a.status', ['active', 'stepping_down'])
      .orderBy('a.role', 'desc')
      .orderBy('a.id')
      .select('p.user_ref', 'a.role', 'a.status', 'a.specialisms');
    return rows.map(row => ({
      userRef: row.user_ref,
      role: row.role,
      status: row.status,
      specialisms: JSON.parse(row.specialisms),
    }));
  }

  /** By ref, after one. */
  async vacancies(
    after: string | undefined,
    limit: number,
  ): Promise<KeptVacancy[]> {
    const rows = await this.#database('vacancies')
      .where(open => {
        if (after !== undefined) {
          open.where('scope_ref', '>', after);
        }
      })
      .orderBy('scope_ref')
      .limit(limit);
    return rows.map(row => ({
      scopeRef: row.scope_ref,
      state: row.state,
      since: Number(row.since),
    }));
  }
}
