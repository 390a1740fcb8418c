import { Knex } from 'knex';

/**
 * Tables that keep what is known of an entity by its ref, and move with it. A
 * test looks for tables that are named neither here nor there.
 */
export const REBOUND_TABLES = [
  'scopes',
  'findings',
  'finding_actions',
  'coverage',
] as const;

/** Who moved what to where. */
export interface Rebind {
  id: string;
  from: string;
  to: string;
  actor: string;
  at: number;
  reports: number;
  findings: number;
}

/** Moves what is known of an entity to another one, set-based. */
export class RebindStore {
  /** Controls of which both have evidence: the same would count twice. */
  async listSharedControls(
    tx: Knex.Transaction,
    from: string,
    to: string,
  ): Promise<string[]> {
    const shared = (table: string, column: string) =>
      tx(`${table} as mine`)
        .join(`${table} as theirs`, `mine.${column}`, `theirs.${column}`)
        .where({ 'mine.entity_ref': from, 'theirs.entity_ref': to })
        .select(`mine.${column} as name`);
    const rows: { name: string }[] = await shared('coverage', 'control_type')
      .union([shared('findings', 'type')])
      .orderBy('name');
    return rows.map(({ name }) => name);
  }

  /** Whether both were scanned by one tool in one place. */
  async shareScope(
    tx: Knex.Transaction,
    from: string,
    to: string,
  ): Promise<boolean> {
    const row = await tx('scopes as mine')
      .join('scopes as theirs', join => {
        for (const part of ['tool', 'category', 'ref', 'environment']) {
          join.on(`mine.${part}`, `theirs.${part}`);
        }
      })
      .where({ 'mine.entity_ref': from, 'theirs.entity_ref': to })
      .first('mine.id');
    return row !== undefined;
  }

  async isBusy(tx: Knex.Transaction, entityRef: string): Promise<boolean> {
    const row = await tx('report_queue')
      .where({ entity_ref: entityRef })
      .first('id');
    return row !== undefined;
  }

  /** Puts what waits for one entity into the queue of another, oldest first. */
  async requeue(
    tx: Knex.Transaction,
    from: string,
    to: string,
    now: number,
  ): Promise<number> {
    const waiting = { entity_ref: from, status: 'quarantined' };
    await tx.raw(
      `INSERT INTO report_queue (report_id, entity_ref, next_attempt_at)
       SELECT id, ?, CAST(? AS bigint) FROM reports
       WHERE entity_ref = ? AND status = 'quarantined'
       ORDER BY received_at, id`,
      [to, now, from],
    );
    return tx('reports')
      .where(waiting)
      .update({
        entity_ref: to,
        status: 'received',
        reason: null,
        sent_for: tx.raw('COALESCE(sent_for, entity_ref)'),
      });
  }

  /** Answers how many rows of each table were moved. */
  async move(
    tx: Knex.Transaction,
    from: string,
    to: string,
  ): Promise<Record<(typeof REBOUND_TABLES)[number], number>> {
    const moved = { scopes: 0, findings: 0, finding_actions: 0, coverage: 0 };
    for (const table of REBOUND_TABLES) {
      moved[table] = await tx(table)
        .where({ entity_ref: from })
        .update({ entity_ref: to });
    }
    await tx('reports')
      .where({ entity_ref: from })
      .update({
        entity_ref: to,
        sent_for: tx.raw('COALESCE(sent_for, entity_ref)'),
      });
    return moved;
  }

  /** Whether the state was still as it was read. */
  async takeState(
    tx: Knex.Transaction,
    entityRef: string,
    version: number,
  ): Promise<boolean> {
    const count = await tx('entity_states')
      .where({ entity_ref: entityRef, version })
      .delete();
    return count > 0;
  }

  async record(tx: Knex.Transaction, rebind: Rebind): Promise<void> {
    await tx('rebinds').insert({
      id: rebind.id,
      from_ref: rebind.from,
      to_ref: rebind.to,
      actor: rebind.actor,
      at: rebind.at,
      reports: rebind.reports,
      findings: rebind.findings,
    });
  }
}
