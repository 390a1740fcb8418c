import { Knex } from 'knex';
import { dueSql, rankSql } from './FindingWriteStore';

/** What a change of an entity does to its findings. */
export class EntityChangeStore {
  /** Due dates follow the policy, from when a finding was first seen. */
  async recomputeDue(
    tx: Knex.Transaction,
    entityRef: string,
    offsets: (number | null)[],
    now: number,
  ): Promise<void> {
    const due = dueSql('severity', 'first_seen_at', offsets);
    await tx.raw(
      `UPDATE findings SET due_at = ${due}, "rank" = ${rankSql('severity', due, now)}
       WHERE entity_ref = ?`,
      [entityRef],
    );
  }

  /** Statuses when other scopes count than before. */
  async recount(
    tx: Knex.Transaction,
    entityRef: string,
    now: number,
  ): Promise<void> {
    const counted = (present: string) => `EXISTS (
      SELECT 1 FROM presences JOIN scopes ON scopes.id = presences.scope_id
      WHERE presences.finding_id = findings.id AND scopes.counted ${present})`;
    await tx.raw(
      `UPDATE findings SET status = CASE
         WHEN ${counted('AND presences.present')} THEN
           CASE WHEN status IN ('resolved', 'unlisted') THEN COALESCE(verdict, 'open') ELSE status END
         WHEN ${counted('')} THEN 'resolved'
         ELSE 'unlisted' END,
         triage = CASE WHEN status = 'resolved' THEN 'new' ELSE triage END,
         dismissal_request = CASE
           WHEN ${counted('AND presences.present')} THEN dismissal_request
           ELSE NULL END,
         resolved_at = CASE
           WHEN ${counted('AND presences.present')} OR NOT ${counted('')} THEN NULL
           ELSE COALESCE(resolved_at, CAST(${now} AS bigint)) END
       WHERE entity_ref = ?`,
      [entityRef],
    );
  }
}
