import { Knex } from 'knex';

/** Why people are told of an assignment. */
export type NoticeKind =
  | 'nominated'
  | 'imported'
  | 'accepted'
  | 'capacity_agreed'
  | 'confirmation_due'
  | 'stepping_down'
  | 'lapsed'
  | 'lapsed_yours'
  | 'ended'
  | 'ended_yours';

export interface StoredNotice {
  id: number;
  assignmentId: string;
  kind: NoticeKind;
  dueAt: number;
  attempts: number;
}

const TABLE = 'notices';

/** Notifications that are still to be sent; they survive the process. */
export class NoticeStore {
  async add(
    tx: Knex,
    notices: Pick<StoredNotice, 'assignmentId' | 'dueAt' | 'kind'>[],
  ): Promise<void> {
    await tx(TABLE).insert(
      notices.map(({ assignmentId, dueAt, kind }) => ({
        assignment_id: assignmentId,
        kind,
        due_at: dueAt,
        attempts: 0,
      })),
    );
  }

  async due(tx: Knex, now: number, limit: number): Promise<StoredNotice[]> {
    const rows = await tx(TABLE)
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'id'])
      .limit(limit);
    return rows.map(row => ({
      id: Number(row.id),
      assignmentId: row.assignment_id,
      kind: row.kind,
      dueAt: Number(row.due_at),
      attempts: row.attempts,
    }));
  }

  /** Those about assignments of a person. */
  async removeOf(tx: Knex, personId: number): Promise<void> {
    await tx(TABLE)
      .whereIn(
        'assignment_id',
        tx('assignments').where({ person_id: personId }).select('id'),
      )
      .delete();
  }

  async remove(tx: Knex, id: number): Promise<void> {
    await tx(TABLE).where({ id }).delete();
  }

  async postpone(tx: Knex, id: number, dueAt: number): Promise<void> {
    await tx(TABLE)
      .where({ id })
      .update({ due_at: dueAt, attempts: tx.raw('attempts + 1') });
  }
}
