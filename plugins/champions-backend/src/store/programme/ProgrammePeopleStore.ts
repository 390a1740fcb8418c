import {
  AssignmentStatus,
  LIVE_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';

/** Statuses of those who said yes and have not left. */
const IN_PROGRAMME: AssignmentStatus[] = LIVE_ASSIGNMENT_STATUSES.filter(
  status => status !== 'nominated',
);

/** People of the programme, a page at a time. */
export class ProgrammePeopleStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async page(
    after: string | undefined,
    limit: number,
  ): Promise<{ id: number; userRef: string }[]> {
    const query = this.#database('people')
      .whereExists(
        this.#database('assignments')
          .select(this.#database.raw('1'))
          .whereRaw('assignments.person_id = people.id')
          .whereIn('assignments.status', IN_PROGRAMME),
      )
      .orderBy('user_ref')
      .limit(limit)
      .select('id', 'user_ref');
    if (after !== undefined) {
      query.where('user_ref', '>', after);
    }
    const rows = await query;
    return rows.map(row => ({ id: row.id, userRef: row.user_ref }));
  }
}
