import { AssignmentStatus } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';

/** A step in the history of an assignment, people by number. */
export interface StoredEvent {
  assignmentId: string;
  at: number;
  actorId?: number;
  name: string;
  from?: AssignmentStatus;
  to: AssignmentStatus;
  note?: string;
}

const TABLE = 'assignment_events';

/** What happened to assignments. */
export class EventStore {
  async insert(tx: Knex, event: StoredEvent): Promise<void> {
    await tx(TABLE).insert({
      assignment_id: event.assignmentId,
      at: event.at,
      actor_id: event.actorId ?? null,
      name: event.name,
      from_status: event.from ?? null,
      to_status: event.to,
      note: event.note ?? null,
    });
  }

  async list(tx: Knex, assignmentId: string): Promise<StoredEvent[]> {
    const rows = await tx(TABLE)
      .where({ assignment_id: assignmentId })
      .orderBy('id');
    return rows.map(row => ({
      assignmentId: row.assignment_id,
      at: Number(row.at),
      actorId: row.actor_id ?? undefined,
      name: row.name,
      from: row.from_status ?? undefined,
      to: row.to_status,
      note: row.note ?? undefined,
    }));
  }

  /** Changes with every change of any assignment. */
  async version(tx: Knex): Promise<number> {
    const row = await tx(TABLE).max({ newest: 'id' }).first();
    return Number(row?.newest ?? 0);
  }
}
