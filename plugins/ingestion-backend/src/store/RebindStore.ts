import { Knex } from 'knex';
import { takeReportStep } from './reportSteps';

/**
 * Tables that keep what is known of an entity by its ref, and move with it. A
 * test looks for tables that are named neither here nor there.
 */
export const REBOUND_TABLES = [
  'scopes',
  'findings',
  'finding_actions',
  'finding_arrivals',
  'coverage',
  'inventory_scopes',
  'vex_documents',
  'vex_tokens',
] as const;

/** Those that are joined with what the other entity has. */
export const JOINED_TABLES = [
  'finding_flow',
  'waiver_entities',
  'deployments',
  'pipeline_runs',
] as const;

/** What names one source in tables in which an entity has each source once. */
const SOURCES = {
  scopes: ['tool', 'category', 'ref', 'environment'],
  inventory_scopes: ['tool', 'category', 'ref', 'environment'],
  vex_documents: ['document_key'],
};

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

  /** Whether both have something of one source: a scan, a list or a document. */
  async shareSource(
    tx: Knex.Transaction,
    from: string,
    to: string,
  ): Promise<boolean> {
    for (const [table, parts] of Object.entries(SOURCES)) {
      const row = await tx(`${table} as mine`)
        .join(`${table} as theirs`, join => {
          for (const part of parts) {
            join.on(`mine.${part}`, `theirs.${part}`);
          }
        })
        .where({ 'mine.entity_ref': from, 'theirs.entity_ref': to })
        .first('mine.id');
      if (row) {
        return true;
      }
    }
    return false;
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
    await tx.raw(
      `INSERT INTO report_queue (report_id, entity_ref, next_attempt_at)
       SELECT id, ?, CAST(? AS bigint) FROM reports
       WHERE entity_ref = ? AND status = 'quarantined'
       ORDER BY received_at, id`,
      [to, now, from],
    );
    return takeReportStep(tx('reports').where({ entity_ref: from }), 'rebind', {
      entity_ref: to,
      reason: null,
      sent_for: tx.raw('COALESCE(sent_for, entity_ref)'),
    });
  }

  /** Answers how many scopes and findings were moved. */
  async move(
    tx: Knex.Transaction,
    from: string,
    to: string,
  ): Promise<{ scopes: number; findings: number }> {
    const moved = { scopes: 0, findings: 0 };
    for (const table of REBOUND_TABLES) {
      const count: number = await tx(table)
        .where({ entity_ref: from })
        .update({ entity_ref: to });
      if (table === 'scopes' || table === 'findings') {
        moved[table] = count;
      }
    }
    await this.#joinFlow(tx, from, to);
    await this.#joinWaivers(tx, from, to);
    await tx('reports')
      .where({ entity_ref: from })
      .update({
        entity_ref: to,
        sent_for: tx.raw('COALESCE(sent_for, entity_ref)'),
      });
    return moved;
  }

  async #joinFlow(
    tx: Knex.Transaction,
    from: string,
    to: string,
  ): Promise<void> {
    await tx.raw(
      `INSERT INTO finding_flow (entity_ref, day, type, severity, opened, closed, closed_in_time)
       SELECT ?, day, type, severity, opened, closed, closed_in_time
       FROM finding_flow WHERE entity_ref = ?
       ON CONFLICT (entity_ref, day, type, severity) DO UPDATE SET
         opened = finding_flow.opened + excluded.opened,
         closed = finding_flow.closed + excluded.closed,
         closed_in_time = finding_flow.closed_in_time + excluded.closed_in_time`,
      [to, from],
    );
    await tx('finding_flow').where({ entity_ref: from }).delete();
  }

  /** A waiver that names the entity names the other one from now on. */
  async #joinWaivers(
    tx: Knex.Transaction,
    from: string,
    to: string,
  ): Promise<void> {
    const named = (ref: string) => `"entityRef":${JSON.stringify(ref)}`;
    await tx('waivers')
      .whereIn(
        'id',
        tx('waiver_entities').where({ entity_ref: from }).select('waiver_id'),
      )
      .update({
        target: tx.raw('REPLACE(target, ?, ?)', [named(from), named(to)]),
      });
    await tx.raw(
      `INSERT INTO waiver_entities (entity_ref, waiver_id, state, pending)
       SELECT ?, waiver_id, state, true FROM waiver_entities WHERE entity_ref = ?
       ON CONFLICT (entity_ref, waiver_id) DO UPDATE SET pending = true`,
      [to, from],
    );
    await tx('waiver_entities').where({ entity_ref: from }).delete();
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
