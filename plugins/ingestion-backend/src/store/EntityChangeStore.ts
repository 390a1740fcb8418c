import { Knex } from 'knex';
import {
  DueContext,
  dueSql,
  ranksDifferSql,
  rankSql,
  riskJoin,
} from './dueSql';
import { statusBySourceSql } from './statusOnRefSql';

/** What a change of an entity does to its findings. */
export class EntityChangeStore {
  /**
   * Due dates follow policy and intelligence, from when a finding was first
   * seen. Writes, and counts, only what differs.
   */
  async recomputeDue(
    tx: Knex.Transaction,
    entityRef: string,
    context: Omit<DueContext, 'withRisk'>,
  ): Promise<number> {
    const result = await tx.raw(
      `UPDATE findings SET due_at = n.due_at, "rank" = n.new_rank
       FROM (${outdatedSql(context)}) n WHERE findings.id = n.id`,
      [entityRef],
    );
    return result.rowCount ?? result.changes ?? 0;
  }

  /** Whether {@link EntityChangeStore.recomputeDue} would change anything. */
  async isOutdated(
    database: Knex,
    entityRef: string,
    context: Omit<DueContext, 'withRisk'>,
  ): Promise<boolean> {
    const result = await database.raw(`${outdatedSql(context)} LIMIT 1`, [
      entityRef,
    ]);
    return (result.rows ?? result).length > 0;
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
           CASE WHEN status IN ('resolved', 'unlisted') THEN COALESCE(verdict, ${statusBySourceSql(tx)}) ELSE status END
         WHEN ${counted('')} THEN 'resolved'
         ELSE 'unlisted' END,
         triage = CASE WHEN status = 'resolved' THEN 'new' ELSE triage END,
         dismissal_request = CASE
           WHEN ${counted('AND presences.present')} THEN dismissal_request
           ELSE NULL END,
         severity_request = CASE
           WHEN ${counted('AND presences.present')} THEN severity_request
           ELSE NULL END,
         resolved_at = CASE
           WHEN ${counted('AND presences.present')} OR NOT ${counted('')} THEN NULL
           ELSE COALESCE(resolved_at, CAST(${now} AS bigint)) END
       WHERE entity_ref = ?`,
      [entityRef],
    );
  }
}

/** Findings of an entity whose due date or rank differs from what it should be. */
function outdatedSql(context: Omit<DueContext, 'withRisk'>): string {
  const full = { ...context, withRisk: true };
  const due = dueSql('f.severity', 'f.first_seen_at', full);
  return `SELECT * FROM (
      SELECT f.id, f.due_at AS old_due_at, f."rank" AS old_rank,
        ${due} AS due_at, ${rankSql('f.severity', due, full)} AS new_rank
      FROM findings f ${riskJoin('f.rule_key')} WHERE f.entity_ref = ?
    ) d WHERE d.due_at <> d.old_due_at OR ${ranksDifferSql('d.new_rank', 'd.old_rank')}`;
}
