import {
  AssignmentStatus,
  CoverageState,
  LIVE_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/** Kinds of entities that a champion looks after. */
const LOOKED_AFTER = ['component:%', 'api:%', 'resource:%'];

const WORKING: AssignmentStatus[] = ['active', 'stepping_down'];

/** An entity under a scope of a person. */
export interface DeskEntity {
  entityRef: string;
  scopeRef: string;
  tier?: string;
  /** Whether somebody who is active stands nearer to it than this scope. */
  isOthers: boolean;
}

/** What a person is champion of, and what stands under it. */
export class DeskStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** In which of these statuses a person is for one scope. */
  async holds(
    personId: number,
    scopeRef: string,
    statuses: readonly AssignmentStatus[],
  ): Promise<boolean> {
    const row = await this.#database('assignments')
      .where({ person_id: personId, scope_ref: scopeRef })
      .whereIn('status', [...statuses])
      .first('id');
    return row !== undefined;
  }

  /** Entities under the scopes that a person lives at. */
  async listEntities(personId: number): Promise<DeskEntity[]> {
    const database = this.#database;
    const rows: {
      entity_ref: string;
      scope_ref: string;
      tier: string | null;
      is_others: number;
    }[] = await lookedAfter(database('entity_scopes as s'))
      .join('assignments as a', 'a.scope_ref', 's.scope_ref')
      .leftJoin('coverage as c', 'c.entity_ref', 's.entity_ref')
      .where('a.person_id', personId)
      .whereIn('a.status', [...LIVE_ASSIGNMENT_STATUSES])
      .orderBy(['s.entity_ref', 's.position'])
      .select(
        's.entity_ref',
        's.scope_ref',
        'c.tier',
        database.raw('CASE WHEN EXISTS ? THEN 1 ELSE 0 END AS is_others', [
          this.#nearer(),
        ]),
      );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      scopeRef: row.scope_ref,
      ...(row.tier !== null && { tier: row.tier }),
      isOthers: row.is_others === 1,
    }));
  }

  /**
   * What all who work look after: each entity once for a person.
   *
   * @param among - the entities that matter; all without it
   */
  async listWork(
    among?: string[],
  ): Promise<{ entityRef: string; personId: number }[]> {
    const query = lookedAfter(this.#database('entity_scopes as s'));
    if (among) {
      query.andWhere(each => whereAmong(each, 's.entity_ref', among));
    }
    const rows: { entity_ref: string; person_id: number }[] = await query
      .join('assignments as a', 'a.scope_ref', 's.scope_ref')
      .whereIn('a.status', WORKING)
      .whereNotExists(this.#nearer())
      .distinct('s.entity_ref', 'a.person_id');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      personId: row.person_id,
    }));
  }

  /** Entities that a scope reaches to, whoever stands nearer to them. */
  async listUnder(scopeRef: string): Promise<string[]> {
    const rows: { entity_ref: string }[] = await lookedAfter(
      this.#database('entity_scopes as s'),
    )
      .where('s.scope_ref', scopeRef)
      .orderBy('s.entity_ref')
      .select('s.entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async coverageOf(scopeRefs: string[]): Promise<Map<string, CoverageState>> {
    const rows: { entity_ref: string; state: CoverageState }[] =
      await this.#database('coverage')
        .whereIn('entity_ref', scopeRefs)
        .select('entity_ref', 'state');
    return new Map(rows.map(row => [row.entity_ref, row.state]));
  }

  /** Somebody who works stands nearer to the entity of `s` than its scope. */
  #nearer(): Knex.QueryBuilder {
    const database = this.#database;
    return database('entity_scopes as near')
      .join('assignments as other', 'other.scope_ref', 'near.scope_ref')
      .select(database.raw('1'))
      .whereRaw('near.entity_ref = s.entity_ref')
      .whereRaw('near.position < s.position')
      .whereIn('other.status', WORKING);
  }
}

function lookedAfter(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.where(either => {
    for (const pattern of LOOKED_AFTER) {
      either.orWhere('s.entity_ref', 'like', pattern);
    }
  });
}
