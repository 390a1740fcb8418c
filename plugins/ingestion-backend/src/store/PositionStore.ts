import { SEVERITIES } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { encodeRows, FINDING_LAYOUT, Layout, Rows } from '../rows';
import type { PositionChange, StatedFinding } from '../vex';
import { engineOf, rowsTable } from './engine';
import { toTriageState, TriageColumns } from './TriageStore';

/** The mildest severity at which a second person decides. */
const HIGH = SEVERITIES.indexOf('high');

const POSITION_LAYOUT = {
  id: 'text',
  status: 'text',
  triage: 'text',
  request: 'text',
  statement_key: 'text',
  statement_verdict: 'text',
} as const satisfies Layout;

const EVENT_LAYOUT = {
  finding_id: 'text',
  kind: 'text',
  note: 'text',
  source: 'text',
} as const satisfies Layout;

interface StatedRow extends TriageColumns {
  id: string;
  severity: number;
  component_name: string | null;
  purl: string | null;
  suppression: string | null;
  statement_key: string | null;
  statement_verdict: 'dismissed' | null;
  lead_tool: string | null;
  lead_submitter: string | null;
}

function toStated(row: StatedRow): StatedFinding {
  return {
    id: row.id,
    severity: row.severity,
    component: {
      name: row.component_name ?? undefined,
      purl: row.purl ?? undefined,
    },
    state: toTriageState(row),
    suppression: row.suppression ? JSON.parse(row.suppression) : null,
    lead: {
      tool: row.lead_tool ?? '',
      submitter: row.lead_submitter ?? '',
    },
    statementKey: row.statement_key,
    statementVerdict: row.statement_verdict,
  };
}

/** Findings whose position sources may have changed. */
export type PositionSelection =
  /** What statements are about, or were. */
  | { kind: 'stated'; entityRef: string }
  /** Findings that a scan wrote, where a suppression asks for something. */
  | { kind: 'written'; rows: Rows }
  | { kind: 'some'; ids: string[] };

/** Reads and writes where findings stand by what sources say. */
export class PositionStore {
  async list(
    tx: Knex.Transaction,
    selection: PositionSelection,
  ): Promise<StatedFinding[]> {
    const [where, bindings] = selectionSql(tx, selection);
    const result = await tx.raw(
      `SELECT findings.id, findings.severity, findings.status, findings.triage,
         findings.assignee, findings.linked_issue, findings.verdict,
         findings.verdict_severity, findings.dismissal_request,
         findings.source_severity, findings.adjusted_from,
         findings.severity_adjustment, findings.severity_request,
         findings.component_name, findings.purl, findings.suppression,
         findings.statement_key, findings.statement_verdict,
         scopes.tool AS lead_tool, reports.submitter AS lead_submitter
       FROM findings
       LEFT JOIN scopes ON scopes.id = findings.lead_scope_id
       LEFT JOIN reports ON reports.id = scopes.last_report_id
       WHERE ${where}`,
      bindings,
    );
    const rows: StatedRow[] = Array.isArray(result) ? result : result.rows;
    return rows.map(toStated);
  }

  async update(
    tx: Knex.Transaction,
    changes: readonly PositionChange[],
  ): Promise<void> {
    const cells = changes.map(({ id, next }) => [
      id,
      next.status,
      next.triage,
      next.request && JSON.stringify(next.request),
      next.statementKey,
      next.statementVerdict,
    ]);
    for (const rows of encodeRows(engineOf(tx), cells)) {
      const table = rowsTable(tx, POSITION_LAYOUT, rows);
      await tx.raw(
        `UPDATE findings SET status = r.status, triage = r.triage,
           dismissal_request = r.request, statement_key = r.statement_key,
           statement_verdict = r.statement_verdict
         FROM ${table.sql} WHERE findings.id = r.id`,
        table.bindings,
      );
    }
  }

  async insertEvents(
    tx: Knex.Transaction,
    changes: readonly PositionChange[],
    by: { at: number; reportId?: string },
  ): Promise<void> {
    const cells = changes.flatMap(({ event, id }) =>
      event ? [[id, event.kind, event.note, event.source]] : [],
    );
    for (const rows of encodeRows(engineOf(tx), cells)) {
      const table = rowsTable(tx, EVENT_LAYOUT, rows);
      await tx.raw(
        `INSERT INTO finding_events (finding_id, at, kind, report_id, note, source)
         SELECT r.finding_id, CAST(${by.at} AS bigint), r.kind, ?, NULLIF(r.note, ''), r.source
         FROM ${table.sql}`,
        [by.reportId ?? null, ...table.bindings],
      );
    }
  }
}

function selectionSql(
  tx: Knex.Transaction,
  selection: PositionSelection,
): [where: string, bindings: string[]] {
  switch (selection.kind) {
    case 'stated':
      return [
        `findings.id IN (
           SELECT named.id FROM vex_tokens
           JOIN rule_tokens ON rule_tokens.token = vex_tokens.token
           JOIN findings named ON named.rule_key = rule_tokens.rule_key
             AND named.entity_ref = vex_tokens.entity_ref
           WHERE vex_tokens.entity_ref = ?
           UNION SELECT held.id FROM findings held WHERE held.entity_ref = ?
             AND (held.statement_key IS NOT NULL OR held.statement_verdict IS NOT NULL))`,
        [selection.entityRef, selection.entityRef],
      ];
    case 'written': {
      const table = rowsTable(tx, FINDING_LAYOUT, selection.rows, ['id']);
      return [
        `findings.id IN (SELECT r.id FROM ${table.sql})
           AND (findings.dismissal_request IS NOT NULL
             OR (findings.suppression IS NOT NULL AND findings.severity <= ${HIGH}))`,
        table.bindings,
      ];
    }
    default:
      return [
        `findings.id IN (${selection.ids.map(() => '?').join(', ')})`,
        selection.ids,
      ];
  }
}
