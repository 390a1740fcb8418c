import { SEVERITIES } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import {
  ATTRIBUTES,
  FINDING_LAYOUT,
  ID_LAYOUT,
  RULE_LAYOUT,
  Rows,
  STATUS_LAYOUT,
  TOKEN_LAYOUT,
} from '../rows';
import { DueContext, dueSql, rankSql, riskJoin } from './dueSql';
import { isPostgres, rowsTable } from './engine';
import {
  effectiveSeveritySql,
  KEEPS_ADJUSTMENT_SQL,
} from './adjustedSeveritySql';
import { WORSE_THAN_DISMISSED_SQL } from './statusOnRefSql';

/** What the source says of a suppression may be long. */
const LONGEST_REASON = 500;

const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTES);

/** What a scanner says, whatever people say of it. */
const SOURCE_ATTRIBUTES = ATTRIBUTE_NAMES.filter(name => name !== 'severity');

/** What all rows of a scan have in common. */
export interface ScanContext extends DueContext {
  entityRef: string;
  reportId: string;
  scopeId: number;
  tool: string;
  commit?: string;
  /** Scan time. */
  at: number;
}

/** The word of a severity, as SQL. */
export function severityWordSql(column: string): string {
  const cases = SEVERITIES.map((word, index) => `WHEN ${index} THEN '${word}'`);
  return `CASE ${column} ${cases.join(' ')} END`;
}

function firstSeenSql({ at }: ScanContext): string {
  return `CAST(${at} AS bigint)`;
}

/** Set-based changes of findings. */
export class FindingWriteStore {
  async insertRules(tx: Knex.Transaction, rows: Rows): Promise<void> {
    const names = Object.keys(RULE_LAYOUT);
    const table = rowsTable(tx, RULE_LAYOUT, rows);
    await tx.raw(
      `INSERT INTO rules (${names.join(', ')})
       SELECT ${names.map(name => `r.${name}`).join(', ')}
       FROM ${table.sql} WHERE true
       ON CONFLICT (key) DO NOTHING`,
      table.bindings,
    );
  }

  async insertTokens(tx: Knex.Transaction, rows: Rows): Promise<void> {
    const table = rowsTable(tx, TOKEN_LAYOUT, rows);
    await tx.raw(
      `INSERT INTO rule_tokens (token, rule_key)
       SELECT r.token, r.rule_key
       FROM ${table.sql} WHERE true
       ON CONFLICT (token, rule_key) DO NOTHING`,
      table.bindings,
    );
  }

  async insertFindings(
    tx: Knex.Transaction,
    scan: ScanContext,
    rows: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, FINDING_LAYOUT, rows);
    const due = dueSql('r.severity', firstSeenSql(scan), scan);
    await tx.raw(
      `INSERT INTO findings (id, status, entity_ref, first_seen_at, first_report_id,
         lead_scope_id, due_at, "rank", ${ATTRIBUTE_NAMES.join(', ')})
       SELECT r.id, r.status, ?, CAST(${scan.at} AS bigint), ?, ${scan.scopeId},
         ${due}, ${rankSql('r.severity', due, scan)},
         ${ATTRIBUTE_NAMES.map(name => `r.${name}`).join(', ')}
       FROM ${table.sql} ${scan.withRisk ? riskJoin('r.rule_key') : ''}`,
      [scan.entityRef, scan.reportId, ...table.bindings],
    );
  }

  async insertPresences(
    tx: Knex.Transaction,
    scan: ScanContext,
    ids: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, ID_LAYOUT, ids);
    await tx.raw(
      `INSERT INTO presences (scope_id, finding_id, present, seen_at)
       SELECT ${scan.scopeId}, r.id, true, CAST(${scan.at} AS bigint)
       FROM ${table.sql} WHERE true
       ON CONFLICT (scope_id, finding_id)
       DO UPDATE SET present = true, seen_at = excluded.seen_at`,
      table.bindings,
    );
  }

  /** Notes what people want to read about a change, before it is made. */
  async insertUpdateEvents(
    tx: Knex.Transaction,
    scan: ScanContext,
    rows: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, FINDING_LAYOUT, rows, [
      'id',
      'severity',
      'component_version',
      'location',
    ]);
    const path = (column: string) =>
      isPostgres(tx)
        ? `(${column}::json ->> 'path')`
        : `(${column} ->> 'path')`;
    const differs = (left: string, right: string) =>
      `COALESCE(${left}, '') <> COALESCE(${right}, '')`;
    const moved = differs(path('findings.location'), path('r.location'));
    const bumped = differs('findings.component_version', 'r.component_version');
    const source = 'COALESCE(findings.source_severity, findings.severity)';
    await tx.raw(
      `INSERT INTO finding_events (finding_id, at, kind, report_id, tool, "commit", note)
       SELECT findings.id, CAST(${scan.at} AS bigint), 'updated', ?, ?, ?, rtrim(
         CASE WHEN ${source} <> r.severity
           THEN 'severity ' || ${severityWordSql(source)} || ' → ' || ${severityWordSql('r.severity')} ||
             CASE WHEN findings.severity_adjustment IS NULL THEN ''
               WHEN ${KEEPS_ADJUSTMENT_SQL} THEN ' by the scanner, stays adjusted to ' || ${severityWordSql('findings.severity')}
               ELSE ', worse than what was adjusted to ' || ${severityWordSql('findings.severity')} || ', which ends that' END || '; '
           ELSE '' END ||
         CASE WHEN ${bumped}
           THEN 'version ' || COALESCE(findings.component_version, 'unknown') || ' → ' || COALESCE(r.component_version, 'unknown') || '; '
           ELSE '' END ||
         CASE WHEN ${moved}
           THEN 'moved from ' || COALESCE(${path('findings.location')}, 'an unknown place') || '; '
           ELSE '' END, '; ')
       FROM ${table.sql}
       JOIN findings ON findings.id = r.id
       WHERE ${source} <> r.severity OR ${bumped} OR ${moved}`,
      [scan.reportId, scan.tool, scan.commit ?? null, ...table.bindings],
    );
  }

  /** Notes suppressions in the source that were not there before. */
  async insertSuppressionEvents(
    tx: Knex.Transaction,
    scan: ScanContext,
    rows: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, FINDING_LAYOUT, rows, [
      'id',
      'severity',
      'suppression',
    ]);
    const part = (name: string) =>
      isPostgres(tx)
        ? `(r.suppression::json ->> '${name}')`
        : `(r.suppression ->> '${name}')`;
    const said = (name: string) =>
      `COALESCE(': ' || substr(${part(name)}, 1, ${LONGEST_REASON}), '')`;
    await tx.raw(
      `INSERT INTO finding_events (finding_id, at, kind, report_id, tool, "commit", note)
       SELECT r.id, CAST(${scan.at} AS bigint), 'suppressed', ?, ?, ?,
         CASE WHEN r.severity <= 1
           THEN 'suppressed in the source: a request, which a second person has to decide at this severity'
           ELSE 'suppressed in the source' END || ${said('kind')} || ${said('justification')}
       FROM ${table.sql}
       LEFT JOIN findings ON findings.id = r.id AND findings.suppression = r.suppression
       WHERE r.suppression IS NOT NULL AND ${part('status')} = 'accepted' AND findings.id IS NULL`,
      [scan.reportId, scan.tool, scan.commit ?? null, ...table.bindings],
    );
  }

  async updateFindings(
    tx: Knex.Transaction,
    scan: ScanContext,
    rows: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, FINDING_LAYOUT, rows, [
      'id',
      ...ATTRIBUTE_NAMES,
    ]);
    const severity = effectiveSeveritySql('r.severity');
    const due = dueSql(severity, 'findings.first_seen_at', scan);
    const kept = (value: string) =>
      `CASE WHEN ${KEEPS_ADJUSTMENT_SQL} THEN ${value} END`;
    await tx.raw(
      `UPDATE findings SET lead_scope_id = ${scan.scopeId}, due_at = ${due},
         "rank" = ${rankSql(severity, due, scan)}, severity = ${severity},
         source_severity = ${kept('r.severity')},
         adjusted_from = ${kept('findings.adjusted_from')},
         severity_adjustment = ${kept('findings.severity_adjustment')},
         ${SOURCE_ATTRIBUTES.map(name => `${name} = r.${name}`).join(', ')}
       FROM ${table.sql} ${scan.withRisk ? riskJoin('r.rule_key') : ''}
       WHERE findings.id = r.id`,
      table.bindings,
    );
  }

  /**
   * Takes dismissals by people back whose finding became worse since, to high
   * or critical: that is not what they decided on.
   */
  async revokeDismissals(
    tx: Knex.Transaction,
    scan: ScanContext,
    rows: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, FINDING_LAYOUT, rows, ['id']);
    await tx.raw(
      `INSERT INTO finding_events (finding_id, at, kind, report_id, tool, "commit", note)
       SELECT findings.id, CAST(${scan.at} AS bigint), 'reopened', ?, ?, ?,
         'it was dismissed as ' || ${severityWordSql('findings.verdict_severity')} || ' and is ' || ${severityWordSql('findings.severity')} || ' now'
       FROM ${table.sql} JOIN findings ON findings.id = r.id
       WHERE findings.status = 'dismissed' AND ${WORSE_THAN_DISMISSED_SQL}`,
      [scan.reportId, scan.tool, scan.commit ?? null, ...table.bindings],
    );
    await tx.raw(
      `UPDATE findings SET verdict = NULL, verdict_severity = NULL, triage = 'new',
         status = CASE WHEN findings.status = 'dismissed' THEN 'open' ELSE findings.status END
       FROM ${table.sql} WHERE findings.id = r.id AND ${WORSE_THAN_DISMISSED_SQL}`,
      table.bindings,
    );
  }

  /** The clock of a finding starts when it is first seen where it counts. */
  async openFindings(
    tx: Knex.Transaction,
    scan: ScanContext,
    rows: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, STATUS_LAYOUT, rows);
    const due = dueSql('findings.severity', firstSeenSql(scan), scan);
    await tx.raw(
      `UPDATE findings SET status = COALESCE(findings.verdict, r.status), first_seen_at = CAST(${scan.at} AS bigint),
         first_report_id = ?, due_at = ${due},
         "rank" = ${rankSql('findings.severity', due, scan)}
       FROM ${table.sql} ${
         scan.withRisk
           ? `JOIN findings known ON known.id = r.id ${riskJoin('known.rule_key')}`
           : ''
       }
       WHERE findings.id = r.id`,
      [scan.reportId, ...table.bindings],
    );
  }

  async reopenFindings(
    tx: Knex.Transaction,
    scan: ScanContext,
    rows: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, STATUS_LAYOUT, rows);
    await tx.raw(
      `INSERT INTO finding_events (finding_id, at, kind, report_id, tool, "commit", note)
       SELECT r.id, CAST(${scan.at} AS bigint), 'reopened', ?, ?, ?,
         CASE WHEN findings.verdict = 'dismissed' THEN 'stays dismissed, as a person decided' END
       FROM ${table.sql} JOIN findings ON findings.id = r.id`,
      [scan.reportId, scan.tool, scan.commit ?? null, ...table.bindings],
    );
    await tx.raw(
      `UPDATE findings SET status = COALESCE(findings.verdict, r.status), triage = 'new',
         resolved_at = NULL, reopen_count = reopen_count + 1
       FROM ${table.sql} WHERE findings.id = r.id`,
      table.bindings,
    );
  }

  async restateFindings(tx: Knex.Transaction, rows: Rows): Promise<void> {
    const table = rowsTable(tx, STATUS_LAYOUT, rows);
    await tx.raw(
      `UPDATE findings SET status = r.status
       FROM ${table.sql}
       WHERE findings.id = r.id`,
      table.bindings,
    );
  }

  /** They were there until the scan before. */
  async markAbsent(
    tx: Knex.Transaction,
    scope: { id: number; lastSeenAt: number },
    ids: Rows,
  ): Promise<void> {
    const table = rowsTable(tx, ID_LAYOUT, ids);
    const later = isPostgres(tx) ? 'GREATEST' : 'MAX';
    await tx.raw(
      `UPDATE presences SET present = false,
         seen_at = ${later}(presences.seen_at, CAST(${scope.lastSeenAt} AS bigint))
       FROM ${table.sql}
       WHERE presences.scope_id = ${scope.id} AND presences.finding_id = r.id`,
      table.bindings,
    );
  }

  /**
   * Resolves those that no scope that counts sees any more. Answers how many.
   */
  async resolveFindings(
    tx: Knex.Transaction,
    scan: ScanContext,
    ids: Rows,
  ): Promise<number> {
    const table = rowsTable(tx, ID_LAYOUT, ids);
    const gone = `findings.status IN ('open', 'dismissed', 'risk_accepted') AND NOT EXISTS (
      SELECT 1 FROM presences JOIN scopes ON scopes.id = presences.scope_id
      WHERE presences.finding_id = findings.id AND presences.present AND scopes.counted)`;
    await tx.raw(
      `INSERT INTO finding_events (finding_id, at, kind, report_id, tool, "commit")
       SELECT r.id, CAST(${scan.at} AS bigint), 'resolved', ?, ?, ?
       FROM ${table.sql} JOIN findings ON findings.id = r.id WHERE ${gone}`,
      [scan.reportId, scan.tool, scan.commit ?? null, ...table.bindings],
    );
    return changedRows(
      await tx.raw(
        `UPDATE findings SET status = 'resolved', resolved_at = CAST(${scan.at} AS bigint),
           dismissal_request = NULL, severity_request = NULL
         FROM ${table.sql} WHERE findings.id = r.id AND ${gone}`,
        table.bindings,
      ),
    );
  }

  /**
   * Makes other scopes that still see these findings compare them one by one
   * next time: they may have to lend them their words.
   */
  async forgetDigests(tx: Knex.Transaction, ids: Rows): Promise<void> {
    const table = rowsTable(tx, ID_LAYOUT, ids);
    await tx.raw(
      `UPDATE scopes SET digest = NULL WHERE id IN (
         SELECT presences.scope_id FROM ${table.sql}
         JOIN presences ON presences.finding_id = r.id WHERE presences.present)`,
      table.bindings,
    );
  }
}

function changedRows(result: { rowCount?: number; changes?: number }): number {
  return result.rowCount ?? result.changes ?? 0;
}
