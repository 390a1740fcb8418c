import {
  DismissalRequest,
  FindingAction,
  FindingActionRequest,
  FindingEventKind,
  FindingTriage,
  SeverityAdjustment,
  SeverityRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { StoredStatus } from '../reconcile';

/** What people change of a finding. */
export interface TriageState {
  status: StoredStatus;
  triage: FindingTriage;
  assignee: string | null;
  linkedIssue: string | null;
  /** What a person decided, which scans keep to. */
  verdict: 'open' | 'dismissed' | null;
  /** The severity that the person saw; 0 is critical. */
  verdictSeverity: number | null;
  request: DismissalRequest | null;
  adjustment: SeverityAdjustment | null;
  severityRequest: SeverityRequest | null;
}

/** A finding with what its triage depends on. */
export interface TriagedFinding {
  id: string;
  entityRef: string;
  /** The one that counts; 0 is critical. */
  severity: number;
  /** What the scanner says. */
  sourceSeverity: number;
  state: TriageState;
}

/** What a person does, and what the person says with it. */
export type TriageCommand = Omit<FindingActionRequest, 'ids'>;

/** A line of the history. */
export interface TriageEvent {
  kind: FindingEventKind;
  note?: string;
}

/** What changes of one finding. */
export interface TriageChange {
  finding: TriagedFinding;
  next: TriageState;
  event: TriageEvent;
}

/** Something that a person did to a finding, while it can be undone. */
export interface RecordedAction {
  findingId: string;
  entityRef: string;
  actor: string;
  action: FindingAction;
  at: number;
  before: TriageState;
  after: TriageState;
  undone: boolean;
}
