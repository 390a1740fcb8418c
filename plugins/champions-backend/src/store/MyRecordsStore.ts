import { VolunteerOffer } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';

export interface StoredTraining {
  id: string;
  courseId: string;
  completedOn: string;
  evidenceUrl?: string;
  status: 'claimed' | 'confirmed';
  recordedByRef?: string;
}

/** Training and offer of one person, as that person reads them. */
export class MyRecordsStore {
  async training(tx: Knex, personId: number): Promise<StoredTraining[]> {
    const rows = await tx('training_records as record')
      .leftJoin('people as recorder', 'recorder.id', 'record.recorded_by')
      .where('record.person_id', personId)
      .orderBy(['record.completed_on', 'record.id'])
      .select('record.*', { recorder_ref: 'recorder.user_ref' });
    return rows.map(row => ({
      id: row.id,
      courseId: row.course_id,
      completedOn: row.completed_on,
      status: row.status,
      evidenceUrl: row.evidence_url ?? undefined,
      recordedByRef: row.recorder_ref ?? undefined,
    }));
  }

  async volunteer(
    tx: Knex,
    personId: number,
  ): Promise<VolunteerOffer | undefined> {
    const row = await tx('volunteers').where({ person_id: personId }).first();
    return (
      row && {
        specialisms: JSON.parse(row.specialisms),
        capacityPct: row.capacity_pct,
        scopeRefs: JSON.parse(row.scope_refs),
        willing: JSON.parse(row.willing),
        visibility: row.visibility,
        ...(row.note !== null && { note: row.note }),
        updatedAt: new Date(Number(row.updated_at)).toISOString(),
      }
    );
  }
}
