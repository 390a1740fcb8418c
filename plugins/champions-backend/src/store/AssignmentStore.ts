import {
  AssignmentStatus,
  COUNTED_ASSIGNMENT_STATUSES,
  LIVE_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { StoredAssignment } from '../assignments/types';
import { CountedAssignment } from '../coverage/judgeCoverage';
import { AssignmentRow, fromRow, toRow } from './assignmentRows';
import { applyReach, AssignmentReach } from './assignmentReach';

/** Which assignments a list holds. */
export interface AssignmentFilter {
  scopeRef?: string;
  personId?: number;
  status?: AssignmentStatus[];
}

const TABLE = 'assignments';
export const MOST_COUNTED = 10_000;

function filtered(
  query: Knex.QueryBuilder<AssignmentRow>,
  { personId, scopeRef, status }: AssignmentFilter,
): void {
  if (scopeRef !== undefined) {
    query.where({ scope_ref: scopeRef });
  }
  if (personId !== undefined) {
    query.where({ person_id: personId });
  }
  if (status !== undefined) {
    query.whereIn('status', status);
  }
}

/** Assignments of champions; each function is one statement. */
export class AssignmentStore {
  async get(tx: Knex, id: string): Promise<StoredAssignment | undefined> {
    const row = await tx<AssignmentRow>(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  /** Newest nomination first. */
  async page(
    tx: Knex,
    filter: AssignmentFilter,
    reach: AssignmentReach,
    after: { nominatedAt: number; id: string } | undefined,
    limit: number,
  ): Promise<StoredAssignment[]> {
    const query = tx<AssignmentRow>(TABLE)
      .where(each => filtered(each, filter))
      .where(each => applyReach(each, reach))
      .orderBy([
        { column: 'nominated_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (after) {
      query.andWhere(beyond =>
        beyond
          .where('nominated_at', '<', after.nominatedAt)
          .orWhere(same =>
            same
              .where('nominated_at', after.nominatedAt)
              .andWhere('id', '<', after.id),
          ),
      );
    }
    return (await query).map(fromRow);
  }

  /** How many there are, up to {@link MOST_COUNTED}. */
  async count(
    tx: Knex,
    filter: AssignmentFilter,
    reach: AssignmentReach,
  ): Promise<number> {
    const some = tx<AssignmentRow>(TABLE)
      .select('id')
      .where(each => filtered(each, filter))
      .where(each => applyReach(each, reach))
      .limit(MOST_COUNTED);
    const [{ count }] = await tx.from(some.as('some')).count({ count: '*' });
    return Number(count);
  }

  /** The scopes that assignments of a list stand at. */
  async scopesOf(tx: Knex, filter: AssignmentFilter): Promise<string[]> {
    const rows = await tx<AssignmentRow>(TABLE)
      .distinct('scope_ref')
      .where(each => filtered(each, filter));
    return rows.map(row => row.scope_ref);
  }

  /**
   * The one with which a person stands at a scope, whatever its live status;
   * a nomination only where the person does not stand there yet.
   */
  async findLive(
    tx: Knex,
    personId: number,
    scopeRef: string,
  ): Promise<StoredAssignment | undefined> {
    const all = await this.liveAt(tx, personId, scopeRef);
    return all.find(({ status }) => status !== 'nominated') ?? all[0];
  }

  /** All of a person at a scope; the person may be nominated by several. */
  async liveAt(
    tx: Knex,
    personId: number,
    scopeRef: string,
  ): Promise<StoredAssignment[]> {
    const rows = await tx<AssignmentRow>(TABLE)
      .where({ person_id: personId, scope_ref: scopeRef })
      .whereIn('status', [...LIVE_ASSIGNMENT_STATUSES])
      .orderBy(['nominated_at', 'id']);
    return rows.map(fromRow);
  }

  /** All that live, of these people or at these scopes. */
  async live(
    tx: Knex,
    by: { personIds: number[] } | { scopeRefs: string[] },
  ): Promise<StoredAssignment[]> {
    const rows = await tx<AssignmentRow>(TABLE)
      .whereIn('status', [...LIVE_ASSIGNMENT_STATUSES])
      .where(each =>
        'personIds' in by
          ? whereAmong(each, 'person_id', by.personIds)
          : whereAmong(each, 'scope_ref', by.scopeRefs),
      )
      .orderBy('id');
    return rows.map(fromRow);
  }

  /** Those in some statuses, oldest nomination first. */
  async inStatus(
    tx: Knex,
    status: readonly AssignmentStatus[],
    scopeRefs?: string[],
  ): Promise<StoredAssignment[]> {
    const query = tx<AssignmentRow>(TABLE)
      .whereIn('status', [...status])
      .orderBy(['started_at', 'nominated_at', 'id']);
    if (scopeRefs) {
      query.where(each => whereAmong(each, 'scope_ref', scopeRefs));
    }
    return (await query).map(fromRow);
  }

  /** Those that time changes now, those that wait longest first. */
  async due(tx: Knex, now: number, limit: number): Promise<StoredAssignment[]> {
    const rows = await tx<AssignmentRow>(TABLE)
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'id'])
      .limit(limit);
    return rows.map(fromRow);
  }

  /**
   * For how many posts a person is waited for: active ones to be confirmed
   * before a time and lapsed ones, and nominations of before a time.
   */
  async countWaiting(
    tx: Knex,
    times: { confirmBefore: number; nominatedBefore: number },
  ): Promise<
    { personId: number; confirmations: number; nominations: number }[]
  > {
    const confirmation =
      "status = 'lapsed' OR (status = 'active' AND next_confirm_at <= ?)";
    const nomination = "status = 'nominated' AND nominated_at <= ?";
    const rows: Record<string, number | string>[] = await tx(TABLE)
      .whereRaw(`(${confirmation})`, [times.confirmBefore])
      .orWhereRaw(`(${nomination})`, [times.nominatedBefore])
      .groupBy('person_id')
      .select(
        'person_id',
        tx.raw(
          "COUNT(DISTINCT CASE WHEN status <> 'nominated' THEN scope_ref END) AS confirmations",
        ),
        tx.raw(
          "COUNT(DISTINCT CASE WHEN status = 'nominated' THEN scope_ref END) AS nominations",
        ),
      );
    return rows.map(row => ({
      personId: Number(row.person_id),
      confirmations: Number(row.confirmations),
      nominations: Number(row.nominations),
    }));
  }

  /** Of these scopes, and of everybody who stands there, what counts. */
  async counted(
    tx: Knex,
    scopeRefs: string[],
  ): Promise<(CountedAssignment & { dueAt?: number })[]> {
    const people = tx<AssignmentRow>(TABLE)
      .select('person_id')
      .whereIn('status', [...COUNTED_ASSIGNMENT_STATUSES])
      .where(each => whereAmong(each, 'scope_ref', scopeRefs));
    const rows = await tx<AssignmentRow>(TABLE)
      .select('scope_ref', 'person_id', 'role', 'status', 'due_at')
      .whereIn('status', [...COUNTED_ASSIGNMENT_STATUSES])
      .whereIn('person_id', people);
    return rows.map(row => ({
      scopeRef: row.scope_ref,
      personId: row.person_id,
      role: row.role,
      status: row.status,
      dueAt: row.due_at === null ? undefined : Number(row.due_at),
    }));
  }

  async insert(tx: Knex, assignment: StoredAssignment): Promise<void> {
    await tx<AssignmentRow>(TABLE).insert(toRow(assignment));
  }

  /** Whether it still was of the version before. */
  async update(tx: Knex, assignment: StoredAssignment): Promise<boolean> {
    const { id, version } = assignment;
    const changed = await tx<AssignmentRow>(TABLE)
      .where({ id, version: version - 1 })
      .update(toRow(assignment));
    return changed > 0;
  }

  /** Notes who is in the group of their scope; nothing that people see. */
  async setMembers(tx: Knex, ids: string[], isMember: boolean): Promise<void> {
    await tx<AssignmentRow>(TABLE)
      .where(each => whereAmong(each, 'id', ids))
      .update({ is_member: isMember });
  }
}
