import {
  ChampionRole,
  LIVE_ASSIGNMENT_STATUSES,
  PUBLIC_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

export interface Declaration {
  scopeRef: string;
  personId: number;
  role: ChampionRole;
  /** Absent while it led to nothing yet. */
  assignmentId?: string;
}

const TABLE = 'declarations';

function fromRow(row: {
  scope_ref: string;
  person_id: number;
  role: ChampionRole;
  assignment_id: string | null;
}): Declaration {
  return {
    scopeRef: row.scope_ref,
    personId: row.person_id,
    role: row.role,
    assignmentId: row.assignment_id ?? undefined,
  };
}

/** Whom annotations of the catalog name. */
export class DeclarationStore {
  async list(tx: Knex, scopeRefs: string[]): Promise<Declaration[]> {
    const rows = await tx(TABLE).where(each =>
      whereAmong(each, 'scope_ref', scopeRefs),
    );
    return rows.map(fromRow);
  }

  /** Those of people that led to nothing yet. */
  async waiting(tx: Knex, userRefs: string[]): Promise<string[]> {
    const rows = await tx(TABLE)
      .join('people', 'people.id', `${TABLE}.person_id`)
      .distinct(`${TABLE}.scope_ref`)
      .whereNull('assignment_id')
      .where(each => whereAmong(each, 'people.user_ref', userRefs));
    return rows.map(row => row.scope_ref);
  }

  /** Of these scopes, those whose declared people have not all accepted. */
  async unaccepted(tx: Knex, scopeRefs: string[]): Promise<Set<string>> {
    const rows = await tx(TABLE)
      .distinct('scope_ref')
      .where(each => whereAmong(each, 'scope_ref', scopeRefs))
      .whereNotExists(query =>
        query
          .select(tx.raw('1'))
          .from('assignments')
          .whereRaw('assignments.scope_ref = declarations.scope_ref')
          .whereRaw('assignments.person_id = declarations.person_id')
          .whereIn('assignments.status', [...PUBLIC_ASSIGNMENT_STATUSES]),
      );
    return new Set(rows.map(row => row.scope_ref));
  }

  /** The roles that annotations give to assignments now. */
  async rolesOf(
    tx: Knex,
    assignmentIds: string[],
  ): Promise<Map<string, ChampionRole>> {
    const rows = await tx(TABLE)
      .select('assignment_id', 'role')
      .where(each => whereAmong(each, 'assignment_id', assignmentIds));
    return new Map(rows.map(row => [row.assignment_id, row.role]));
  }

  async put(tx: Knex, declaration: Declaration): Promise<void> {
    await tx(TABLE)
      .insert({
        scope_ref: declaration.scopeRef,
        person_id: declaration.personId,
        role: declaration.role,
        assignment_id: declaration.assignmentId ?? null,
      })
      .onConflict(['scope_ref', 'person_id'])
      .merge();
  }

  /** Those of a person become somebody else's, where there is none yet. */
  async handTo(tx: Knex, personId: number, otherId: number): Promise<void> {
    const rows = await tx(TABLE).where({ person_id: personId });
    if (rows.length > 0) {
      await tx(TABLE)
        .insert(
          rows.map(({ role, scope_ref }) => ({
            scope_ref,
            role,
            person_id: otherId,
          })),
        )
        .onConflict(['scope_ref', 'person_id'])
        .ignore();
      await tx(TABLE).where({ person_id: personId }).delete();
    }
  }

  async remove(
    tx: Knex,
    { personId, scopeRef }: Pick<Declaration, 'personId' | 'scopeRef'>,
  ): Promise<void> {
    await tx(TABLE)
      .where({ scope_ref: scopeRef, person_id: personId })
      .delete();
  }

  /**
   * Those of scopes that are gone. Where the person stands no more, it stays,
   * so that a scope that comes back does not ask who said no.
   */
  async removeAll(tx: Knex, scopeRefs: string[]): Promise<void> {
    await tx(TABLE)
      .where(each => whereAmong(each, 'scope_ref', scopeRefs))
      .where(either =>
        either.whereNull('assignment_id').orWhereIn(
          'assignment_id',
          tx('assignments')
            .select('id')
            .whereIn('status', [...LIVE_ASSIGNMENT_STATUSES]),
        ),
      )
      .delete();
  }
}
