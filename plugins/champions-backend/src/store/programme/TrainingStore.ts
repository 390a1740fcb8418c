import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/** A course that somebody did. */
export interface StoredTraining {
  id: string;
  personId: number;
  courseId: string;
  completedOn: string;
  evidenceUrl?: string;
  status: 'claimed' | 'confirmed';
  recordedById?: number;
  recordedAt: number;
}

function toTraining(row: {
  id: string;
  person_id: number;
  course_id: string;
  completed_on: string;
  evidence_url: string | null;
  status: 'claimed' | 'confirmed';
  recorded_by: number | null;
  recorded_at: number | string;
}): StoredTraining {
  return {
    id: row.id,
    personId: row.person_id,
    courseId: row.course_id,
    completedOn: row.completed_on,
    evidenceUrl: row.evidence_url ?? undefined,
    status: row.status,
    recordedById: row.recorded_by ?? undefined,
    recordedAt: Number(row.recorded_at),
  };
}

/** What people have learned. */
export class TrainingStore {
  async find(tx: Knex, id: string): Promise<StoredTraining | undefined> {
    const row = await tx('training_records').where({ id }).first();
    return row && toTraining(row);
  }

  /** The same course of a person on the same day. */
  async findSame(
    tx: Knex,
    record: Pick<StoredTraining, 'personId' | 'courseId' | 'completedOn'>,
  ): Promise<StoredTraining | undefined> {
    const row = await tx('training_records')
      .where({
        person_id: record.personId,
        course_id: record.courseId,
        completed_on: record.completedOn,
      })
      .first();
    return row && toTraining(row);
  }

  async count(tx: Knex, personId: number): Promise<number> {
    const [{ count }] = await tx('training_records')
      .where({ person_id: personId })
      .count({ count: '*' });
    return Number(count);
  }

  async of(tx: Knex, personIds: number[]): Promise<StoredTraining[]> {
    const query = tx('training_records').select();
    whereAmong(query, 'person_id', personIds);
    return (await query.orderBy(['completed_on', 'id'])).map(toTraining);
  }

  async add(tx: Knex, record: StoredTraining): Promise<void> {
    await tx('training_records').insert({
      id: record.id,
      person_id: record.personId,
      course_id: record.courseId,
      completed_on: record.completedOn,
      evidence_url: record.evidenceUrl ?? null,
      status: record.status,
      recorded_by: record.recordedById ?? null,
      recorded_at: record.recordedAt,
    });
  }

  /** Whether it was only claimed until now. */
  async confirm(tx: Knex, id: string): Promise<boolean> {
    const changed = await tx('training_records')
      .where({ id, status: 'claimed' })
      .update({ status: 'confirmed' });
    return changed > 0;
  }

  async remove(tx: Knex, id: string): Promise<void> {
    await tx('training_records').where({ id }).delete();
  }

  /** Since when people are active champions without a break. */
  async activeSince(
    tx: Knex,
    personIds: number[],
  ): Promise<Map<number, number>> {
    const query: Knex.QueryBuilder = tx('assignments')
      .whereIn('status', ['active', 'stepping_down'])
      .whereNotNull('started_at')
      .select('person_id')
      .min({ since: 'started_at' })
      .groupBy('person_id');
    whereAmong(query, 'person_id', personIds);
    const rows: { person_id: number; since: number | string }[] = await query;
    return new Map(rows.map(row => [row.person_id, Number(row.since)]));
  }
}
