import { Knex } from 'knex';
import { encodeRows, ID_LAYOUT } from '../rows';
import { Acceptance, StoredWaiver } from '../waivers';
import { engineOf, rowsTable, toBoolean, toNumber } from './engine';
import { RANK_WHEN_OVERDUE_SQL, RANKED_IN_TIME_SQL } from './dueSql';
import { severityWordSql } from './FindingWriteStore';
import { WaivedState } from './WaiverEntityStore';
import { toStoredWaiver, WaiverRow } from './waiverRow';

/** A waiver that an entity has to do with now. */
export interface LinkedWaiver {
  waiver: StoredWaiver;
  state: WaivedState;
  pending: boolean;
}

/** How far the findings that a waiver names have come. */
export interface TargetProgress {
  waiverId: string;
  total: number;
  /** Resolved, or not kept any more. */
  gone: number;
  /** Worse than what was approved. */
  worse: number;
  /** Of these, how many are known to be exploited and were not. */
  exploited: number;
}

const NEWLY_EXPLOITED_SQL =
  '(rule_intelligence.kev = 1 AND NOT waiver_findings.kev)';

/** What waivers do to findings, set by set. */
export class WaiverEffectStore {
  /**
   * Waivers that may have their effect on an entity, or whose effect has
   * changed. Empty for nearly all entities.
   */
  async listLinked(tx: Knex, entityRef: string): Promise<LinkedWaiver[]> {
    const rows: (WaiverRow & {
      state: WaivedState;
      pending: boolean | number;
    })[] = await tx('waiver_entities')
      .join('waivers', 'waivers.id', 'waiver_entities.waiver_id')
      .where('waiver_entities.entity_ref', entityRef)
      .where(either =>
        either
          .where('waiver_entities.pending', true)
          .orWhereIn('waivers.status', ['approved', 'active', 'expiring']),
      )
      .select('waivers.*', 'waiver_entities.state', 'waiver_entities.pending');
    return rows.map(row => ({
      waiver: toStoredWaiver(row),
      state: row.state,
      pending: toBoolean(row.pending),
    }));
  }

  async clearPending(tx: Knex.Transaction, entityRef: string): Promise<void> {
    await tx('waiver_entities')
      .where({ entity_ref: entityRef, pending: true })
      .update({ pending: false });
  }

  async accept(
    tx: Knex.Transaction,
    { findingIds, until, waiverId }: Acceptance,
    entry: { at: number; note: string },
  ): Promise<void> {
    for (const ids of encodeRows(engineOf(tx), cells(findingIds))) {
      const table = rowsTable(tx, ID_LAYOUT, ids);
      await tx.raw(
        `INSERT INTO finding_events (finding_id, at, kind, note)
         SELECT findings.id, CAST(${entry.at} AS bigint),
           CASE findings.status WHEN 'open' THEN 'accepted' ELSE 'acceptance_changed' END, ?
         FROM ${table.sql} JOIN findings ON findings.id = r.id
         WHERE findings.status IN ('open', 'risk_accepted')`,
        [entry.note, ...table.bindings],
      );
      await tx.raw(
        `UPDATE findings SET waiver_id = ?, waived_until = CAST(${until} AS bigint),
           status = CASE findings.status WHEN 'open' THEN 'risk_accepted' ELSE findings.status END
         FROM ${table.sql} WHERE findings.id = r.id`,
        [waiverId, ...table.bindings],
      );
    }
  }

  /** Open again, as far as before and due as before. */
  async release(
    tx: Knex.Transaction,
    findingIds: string[],
    entry: { at: number; note: string },
  ): Promise<void> {
    await this.#release(tx, findingIds, entry.at, 'acceptance_ended', {
      sql: '?',
      bindings: [entry.note],
    });
  }

  /** Open again because they became worse than what was approved. */
  async releaseWorse(
    tx: Knex.Transaction,
    findingIds: string[],
    { at, worse }: { at: number; worse: 'kev' | 'severity' },
  ): Promise<void> {
    const what = {
      kev: `'known to be exploited (KEV)'`,
      severity: severityWordSql('findings.severity'),
    };
    await this.#release(tx, findingIds, at, 'reopened', {
      sql: `'it is ' || ${what[worse]} || ' now, worse than what was accepted'`,
      bindings: [],
    });
  }

  async #release(
    tx: Knex.Transaction,
    findingIds: string[],
    at: number,
    kind: 'acceptance_ended' | 'reopened',
    note: { sql: string; bindings: string[] },
  ): Promise<void> {
    // Only open findings move to the front when they become overdue.
    const rank = `CASE WHEN findings.due_at <= ${at} AND ${RANKED_IN_TIME_SQL}
      THEN ${RANK_WHEN_OVERDUE_SQL} ELSE "rank" END`;
    for (const ids of encodeRows(engineOf(tx), cells(findingIds))) {
      const table = rowsTable(tx, ID_LAYOUT, ids);
      await tx.raw(
        `INSERT INTO finding_events (finding_id, at, kind, note)
         SELECT findings.id, CAST(${at} AS bigint), '${kind}', ${note.sql}
         FROM ${table.sql} JOIN findings ON findings.id = r.id
         WHERE findings.status = 'risk_accepted'`,
        [...note.bindings, ...table.bindings],
      );
      await tx.raw(
        `UPDATE findings SET waiver_id = NULL, waived_until = NULL, "rank" = ${rank},
           status = CASE findings.status WHEN 'risk_accepted' THEN 'open' ELSE findings.status END
         FROM ${table.sql} WHERE findings.id = r.id`,
        table.bindings,
      );
    }
  }

  async listProgress(tx: Knex, waiverIds: string[]): Promise<TargetProgress[]> {
    if (waiverIds.length === 0) {
      return [];
    }
    const rows = await tx('waiver_findings')
      .leftJoin('findings', 'findings.id', 'waiver_findings.finding_id')
      .leftJoin(
        'rule_intelligence',
        'rule_intelligence.rule_key',
        'findings.rule_key',
      )
      .whereIn('waiver_findings.waiver_id', waiverIds)
      .groupBy('waiver_findings.waiver_id')
      .select(
        'waiver_findings.waiver_id',
        tx.raw(
          `COUNT(*) AS total,
           SUM(CASE WHEN findings.id IS NULL OR findings.status = 'resolved' THEN 1 ELSE 0 END) AS gone,
           SUM(CASE WHEN findings.status <> 'resolved'
             AND (findings.severity < waiver_findings.severity OR ${NEWLY_EXPLOITED_SQL})
             THEN 1 ELSE 0 END) AS worse,
           SUM(CASE WHEN findings.status <> 'resolved' AND ${NEWLY_EXPLOITED_SQL}
             THEN 1 ELSE 0 END) AS exploited`,
        ),
      );
    return rows.map(row => ({
      waiverId: row.waiver_id,
      total: toNumber(row.total),
      gone: toNumber(row.gone),
      worse: toNumber(row.worse),
      exploited: toNumber(row.exploited),
    }));
  }
}

function cells(ids: string[]): string[][] {
  return ids.map(id => [id]);
}
