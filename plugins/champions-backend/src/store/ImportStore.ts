import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { ImportedAssignment } from '../import/checkImport';

const ROWS_A_STATEMENT = 50;

/** An assignment that was brought over, as it is kept. */
export interface ImportRow extends ImportedAssignment {
  id: string;
  personId: number;
  nextConfirmAt: number;
}

/** Gives what is brought over an id of its own. */
export function toImportRow(
  imported: ImportedAssignment,
  personId: number,
  confirmationMs: number,
): ImportRow {
  return {
    ...imported,
    id: randomUUID(),
    personId,
    nextConfirmAt: imported.confirmedAt + confirmationMs,
  };
}

/** Assignments from before the portal knew of the programme. */
export class ImportStore {
  /** Of these people, where each stands or stood, as `personId scopeRef`. */
  async places(tx: Knex, personIds: number[]): Promise<Set<string>> {
    const rows = await tx('assignments')
      .select('person_id', 'scope_ref')
      .whereIn('person_id', personIds);
    return new Set(rows.map(row => `${row.person_id} ${row.scope_ref}`));
  }

  async insert(tx: Knex, rows: ImportRow[]): Promise<void> {
    for (const some of chunks(rows, ROWS_A_STATEMENT)) {
      await tx('assignments').insert(
        some.map(row => ({
          id: row.id,
          person_id: row.personId,
          scope_ref: row.scopeRef,
          role: row.role,
          source: 'portal',
          status: 'active',
          specialisms: JSON.stringify(row.specialisms),
          capacity_pct: row.capacityPct,
          offered_pct: row.capacityPct,
          nominated_at: row.nominatedAt,
          accepted_at: row.acceptedAt,
          started_at: row.startedAt,
          confirmed_at: row.confirmedAt,
          next_confirm_at: row.nextConfirmAt,
          due_at: row.nextConfirmAt,
          version: 1,
        })),
      );
    }
  }

  /** Where and when each person said yes, in the history of the assignment. */
  async insertEvents(
    tx: Knex,
    rows: ImportRow[],
    { actorId, at }: { actorId?: number; at: number },
  ): Promise<void> {
    for (const some of chunks(rows, ROWS_A_STATEMENT)) {
      await tx('assignment_events').insert(
        some.map(({ acceptedAt, consentRecord, id }) => ({
          assignment_id: id,
          at,
          actor_id: actorId ?? null,
          name: 'import',
          to_status: 'active',
          note: `Said yes on ${new Date(acceptedAt).toISOString().slice(0, 10)}: ${consentRecord}`,
        })),
      );
    }
  }
}
