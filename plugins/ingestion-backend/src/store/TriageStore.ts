import {
  FindingAction,
  FindingTriage,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { StoredStatus } from '../reconcile';
import {
  RecordedAction,
  severityIn,
  TriageChange,
  TriagedFinding,
  TriageState,
} from '../triage';
import { toBoolean, toNumber } from './engine';

interface TriageRow {
  id: string;
  entity_ref: string;
  severity: number;
  status: StoredStatus;
  triage: FindingTriage;
  assignee: string | null;
  linked_issue: string | null;
  verdict: TriageState['verdict'];
  verdict_severity: number | null;
  dismissal_request: string | null;
  source_severity: number | null;
  adjusted_from: number | null;
  severity_adjustment: string | null;
  severity_request: string | null;
}

/** Columns of `findings` that tell a {@link TriageState}. */
export type TriageColumns = Omit<TriageRow, 'id' | 'entity_ref' | 'severity'>;

export function toTriageState(row: TriageColumns): TriageState {
  return {
    status: row.status,
    triage: row.triage,
    assignee: row.assignee,
    linkedIssue: row.linked_issue,
    verdict: row.verdict,
    verdictSeverity: row.verdict_severity,
    request: row.dismissal_request ? JSON.parse(row.dismissal_request) : null,
    adjustment: toAdjustment(row),
    severityRequest: row.severity_request
      ? JSON.parse(row.severity_request)
      : null,
  };
}

function toAdjustment(row: TriageColumns): TriageState['adjustment'] {
  return row.severity_adjustment && row.adjusted_from !== null
    ? {
        ...JSON.parse(row.severity_adjustment),
        from: SEVERITIES[row.adjusted_from],
      }
    : null;
}

/** Columns of a severity that a person adjusted, or that waits for a second. */
function severityColumns(
  finding: TriagedFinding,
  next: TriageState,
): Pick<
  TriageRow,
  | 'severity'
  | 'source_severity'
  | 'adjusted_from'
  | 'severity_adjustment'
  | 'severity_request'
> {
  const { adjustment, severityRequest } = next;
  const { from, ...words } = adjustment ?? {};
  return {
    severity: severityIn(finding, next),
    source_severity: adjustment ? finding.sourceSeverity : null,
    adjusted_from: from ? SEVERITIES.indexOf(from) : null,
    severity_adjustment: adjustment && JSON.stringify(words),
    severity_request: severityRequest && JSON.stringify(severityRequest),
  };
}

/** Who does something to findings, and when. */
export interface ActionRecord {
  actionId: string;
  actor: string;
  action: FindingAction;
  at: number;
}

/** What people do to findings. */
export class TriageStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async list(ids: string[]): Promise<TriagedFinding[]> {
    const rows = await this.#database<TriageRow>('findings')
      .whereIn('id', ids)
      .select(
        'id',
        'entity_ref',
        'severity',
        'status',
        'triage',
        'assignee',
        'linked_issue',
        'verdict',
        'verdict_severity',
        'dismissal_request',
        'source_severity',
        'adjusted_from',
        'severity_adjustment',
        'severity_request',
      );
    return rows.map(row => ({
      id: row.id,
      entityRef: row.entity_ref,
      severity: row.severity,
      sourceSeverity: row.source_severity ?? row.severity,
      state: toTriageState(row),
    }));
  }

  async update(
    tx: Knex.Transaction,
    { finding, next }: Pick<TriageChange, 'finding' | 'next'>,
  ): Promise<void> {
    await tx<TriageRow>('findings')
      .where({ id: finding.id })
      .update({
        status: next.status,
        triage: next.triage,
        assignee: next.assignee,
        linked_issue: next.linkedIssue,
        verdict: next.verdict,
        verdict_severity: next.verdictSeverity,
        dismissal_request: next.request && JSON.stringify(next.request),
        ...severityColumns(finding, next),
      });
  }

  async insertEvents(
    tx: Knex.Transaction,
    changes: TriageChange[],
    by: { actor: string; at: number },
  ): Promise<void> {
    await tx('finding_events').insert(
      changes.map(({ event, finding }) => ({
        finding_id: finding.id,
        at: by.at,
        kind: event.kind,
        actor: by.actor,
        note: event.note ?? null,
      })),
    );
  }

  async insertActions(
    tx: Knex.Transaction,
    changes: TriageChange[],
    record: ActionRecord,
  ): Promise<void> {
    await tx('finding_actions').insert(
      changes.map(({ finding, next }) => ({
        action_id: record.actionId,
        finding_id: finding.id,
        entity_ref: finding.entityRef,
        actor: record.actor,
        action: record.action,
        at: record.at,
        before: JSON.stringify(finding.state),
        after: JSON.stringify(next),
      })),
    );
  }

  async listActions(actionId: string): Promise<RecordedAction[]> {
    const rows = await this.#database('finding_actions')
      .where({ action_id: actionId })
      .orderBy('finding_id');
    return rows.map(row => ({
      findingId: row.finding_id,
      entityRef: row.entity_ref,
      actor: row.actor,
      action: row.action,
      at: toNumber(row.at),
      before: JSON.parse(row.before),
      after: JSON.parse(row.after),
      undone: toBoolean(row.undone),
    }));
  }

  /** Answers how many were not undone before. */
  async markUndone(
    tx: Knex.Transaction,
    actionId: string,
    findingIds: string[],
  ): Promise<number> {
    return tx('finding_actions')
      .where({ action_id: actionId, undone: false })
      .whereIn('finding_id', findingIds)
      .update({ undone: true });
  }

  /** Forgets what can not be undone any more; the history keeps it. */
  async deleteActionsBefore(tx: Knex.Transaction, at: number): Promise<void> {
    await tx('finding_actions').where('at', '<', at).delete();
  }
}
