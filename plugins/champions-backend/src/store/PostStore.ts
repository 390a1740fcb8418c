import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { PostRecord, PostStep } from '../posts/standingAt';

const VALUES_A_STATEMENT = 500;

/** Who had to do with entities up to a moment in the past. */
export class PostStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * Assignments that there were by a time, at the scopes that entities have
   * now; at most `limit`.
   */
  async at(
    entityRefs: string[],
    time: number,
    limit: number,
  ): Promise<PostRecord[]> {
    const rows = await this.#database('entity_scopes as s')
      .join('assignments as a', 'a.scope_ref', 's.scope_ref')
      .join('people as p', 'p.id', 'a.person_id')
      .whereIn('s.entity_ref', entityRefs)
      .where('a.nominated_at', '<=', time)
      .orderBy(['s.entity_ref', 's.position', 'a.id'])
      .limit(limit)
      .select(
        's.entity_ref',
        's.position',
        's.scope_ref',
        'a.id',
        'a.role',
        'p.user_ref',
      );
    const steps = await this.#steps(
      [...new Set(rows.map(row => row.id))],
      time,
    );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      position: row.position,
      scopeRef: row.scope_ref,
      assignmentId: row.id,
      role: row.role,
      userRef: row.user_ref,
      steps: steps.get(row.id) ?? [],
    }));
  }

  async #steps(ids: string[], time: number): Promise<Map<string, PostStep[]>> {
    const steps = new Map<string, PostStep[]>();
    for (const chunk of chunks(ids, VALUES_A_STATEMENT)) {
      const rows = await this.#database('assignment_events as e')
        .leftJoin('people as p', 'p.id', 'e.actor_id')
        .whereIn('e.assignment_id', chunk)
        .where('e.at', '<=', time)
        .orderBy(['e.assignment_id', 'e.at', 'e.id'])
        .select(
          'e.assignment_id',
          'e.at',
          'e.name',
          'e.to_status',
          'p.user_ref',
        );
      for (const row of rows) {
        const of = steps.get(row.assignment_id) ?? [];
        steps.set(row.assignment_id, of);
        of.push({
          at: Number(row.at),
          name: row.name,
          to: row.to_status,
          actorRef: row.user_ref ?? undefined,
        });
      }
    }
    return steps;
  }
}
