import { Knex } from 'knex';

/** Where somebody became active as primary for the first time, by person. */
export interface FirstActive {
  scopeRef: string;
  personId: number;
  at: number;
}

/** An entity of a team. */
export interface TeamEntity {
  entityRef: string;
  teamRef: string;
}

/** What has to be known of teams to compare those with and without a champion. */
export class EffectStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** What groups own, as coverage is kept for it. */
  async entities(): Promise<TeamEntity[]> {
    const rows = await this.#database('coverage')
      .where('owner_ref', 'like', 'group:%')
      .whereNot('kind', 'group')
      .select('entity_ref', 'owner_ref')
      .orderBy('entity_ref');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      teamRef: row.owner_ref,
    }));
  }

  async firstActive(): Promise<FirstActive[]> {
    const rows = await this.#database('assignments as a')
      .join('assignment_events as e', 'e.assignment_id', 'a.id')
      .where({ 'a.role': 'primary', 'e.to_status': 'active' })
      .groupBy('a.scope_ref', 'a.person_id')
      .select(
        'a.scope_ref',
        'a.person_id',
        this.#database.raw('min(e.at) as at'),
      );
    return rows.map(row => ({
      scopeRef: row.scope_ref,
      personId: row.person_id,
      at: Number(row.at),
    }));
  }

  /** The group itself and those above it, by group. */
  async scopesOfTeams(): Promise<{ teamRef: string; scopeRef: string }[]> {
    const rows = await this.#database('entity_scopes')
      .where('entity_ref', 'like', 'group:%')
      .select('entity_ref', 'scope_ref');
    return rows.map(row => ({
      teamRef: row.entity_ref,
      scopeRef: row.scope_ref,
    }));
  }

  /** Teams of which some entity has, or had, a champion anywhere above it. */
  async teamsTouched(): Promise<Set<string>> {
    const rows: string[] = await this.#database('coverage as c')
      .join('entity_scopes as s', 's.entity_ref', 'c.entity_ref')
      .whereIn(
        's.scope_ref',
        this.#database('assignments as a')
          .join('assignment_events as e', 'e.assignment_id', 'a.id')
          .where('e.to_status', 'active')
          .select('a.scope_ref'),
      )
      .where('c.owner_ref', 'like', 'group:%')
      .distinct('c.owner_ref')
      .pluck('c.owner_ref');
    return new Set(rows);
  }
}
