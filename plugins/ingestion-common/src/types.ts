import {
  DismissalReason,
  FindingAction,
  FindingTriage,
} from './findingMachine';
import type { CoverageState } from './coverageMachine';
import { FindingStatement, StatementCounts } from './vex';

/** @public */
export const SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const;

/** How bad a finding is, worst first. @public */
export type Severity = (typeof SEVERITIES)[number];

/** @public */
export const CONTROL_TYPES = [
  'sast',
  'sca',
  'secret',
  'dast',
  'container',
  'iac',
] as const;

/** A kind of control, and the type of the findings that it makes. @public */
export type ControlType = (typeof CONTROL_TYPES)[number];

/** @public */
export const REPORT_STATUSES = [
  'received',
  'processing',
  'processed',
  'quarantined',
  'rejected',
  'failed',
] as const;

/** @public */
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** Statuses in which a report stays for good. @public */
export const FINAL_REPORT_STATUSES: readonly ReportStatus[] = [
  'processed',
  'rejected',
  'failed',
];

/** Where and what the fault of a report is. @public */
export interface ReportFault {
  name: string;
  message: string;
  details?: { path?: string; line?: number };
}

/** What a report did to the findings of its entity. @public */
export interface ReportCounts {
  /** Findings in the report, after the aggregation that its format names. */
  reported: number;
  new: number;
  unchanged: number;
  updated: number;
  reopened: number;
  resolved: number;
  /** Findings that the source or the tool suppresses. */
  suppressed: number;
  /** Versions of packages that the report lists, when it is an SBOM or has one. */
  components?: number;
}

/** The receipt of a report: what was sent, and what became of it. @public */
export interface ReportReceipt {
  reportId: string;
  entityRef: string;
  /** The entity that it named, when it was re-bound to another. */
  sentFor?: string;
  status: ReportStatus;
  /** False for a report that changed nothing by rule, see `reason`. */
  applied: boolean;
  /** Why a report was not applied, is quarantined or was rejected, e.g. `older`. */
  reason?: string;
  format?: string;
  tool?: string;
  category?: string;
  ref?: string;
  environment?: string;
  commit?: string;
  /** Whether the scan covered everything; a partial scan resolves nothing. */
  complete: boolean;
  /** ISO 8601, UTC, as all times here. */
  scannedAt?: string;
  receivedAt: string;
  processedAt?: string;
  submitter: string;
  sizeBytes: number;
  counts?: ReportCounts;
  /** What a VEX document did; absent for scans. */
  statements?: StatementCounts;
  error?: ReportFault;
  links: { self: string };
}

/** @public */
export const FINDING_STATUSES = [
  'open',
  'resolved',
  'dismissed',
  'risk_accepted',
] as const;

/** @public */
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** One place of a finding. @public */
export interface FindingLocation {
  path?: string;
  startLine?: number;
  endLine?: number;
  startColumn?: number;
  url?: string;
  method?: string;
  parameter?: string;
  logicalName?: string;
  snippet?: string;
  /** Link to the source line at its commit, where the entity names its repository. */
  sourceUrl?: string;
}

/** A row of the findings list. @public */
export interface Finding {
  id: string;
  entityRef: string;
  type: ControlType;
  severity: Severity;
  toolSeverity?: string;
  score?: number;
  ruleId: string;
  ruleName?: string;
  title: string;
  status: FindingStatus;
  /** Tools whose scans show it now, sorted. */
  tools: string[];
  /** The main place; all places are in {@link FindingDetail}. */
  location?: FindingLocation;
  locationCount: number;
  component?: {
    name: string;
    version?: string;
    purl?: string;
    fixedVersions?: string[];
  };
  advisoryIds: string[];
  cwes: number[];
  firstSeenAt: string;
  lastSeenAt: string;
  resolvedAt?: string;
  /** When it has to be fixed by the SLA policy; absent for `info`. */
  dueAt?: string;
  overdue: boolean;
  /** The waiver that decides on it, while its status is `risk_accepted`. */
  waiverId?: string;
  /** Until when it is accepted. */
  waivedUntil?: string;
  /** A dependency finding for which no fixed version exists: decide by the due date. */
  noFix: boolean;
  /**
   * Whether one of its advisories is in CISA's list of exploited
   * vulnerabilities; absent when that is not known, which is not "no".
   */
  kev?: boolean;
  /** Since when, the earliest of its advisories. */
  kevSince?: string;
  /** What day the list is of. */
  kevAsOf?: string;
  /** Highest probability of exploitation in 30 days, 0 to 1; absent for no data. */
  epss?: number;
  /** Of the same advisory, 0 to 1. */
  epssPercentile?: number;
  epssAsOf?: string;
  reopenCount: number;
  /** How far people have come with it while it is open. */
  triage: FindingTriage;
  /** Ref of the person who takes care of it. */
  assignee?: string;
  /** Link to where the work is tracked. */
  linkedIssue?: string;
  /** A dismissal that waits for a second person; until then it stays open. */
  dismissalRequest?: DismissalRequest;
  /** What the scanner says now, where a person adjusted the severity. */
  sourceSeverity?: Severity;
  /** Why the severity is not the scanner's. */
  severityAdjustment?: SeverityAdjustment;
  /** A lower severity that waits for a second person; until then it is as it was. */
  severityRequest?: SeverityRequest;
  /** Whether the caller is a person who may triage it. */
  mayTriage: boolean;
}

/** @public */
export const FINDING_EVENT_KINDS = [
  'opened',
  'updated',
  'resolved',
  'reopened',
  'suppressed',
  'confirmed',
  'started',
  'dismissed',
  'dismissal_requested',
  'dismissal_rejected',
  'dismissal_withdrawn',
  'severity_adjusted',
  'severity_requested',
  'severity_rejected',
  'severity_withdrawn',
  'reconsidered',
  'assigned',
  'unassigned',
  'noted',
  'issue_linked',
  'undone',
  'fix_claimed',
  'statement_noted',
  'statement_withdrawn',
  'accepted',
  'acceptance_changed',
  'acceptance_ended',
] as const;

/** @public */
export type FindingEventKind = (typeof FINDING_EVENT_KINDS)[number];

/** Something that happened to a finding. @public */
export interface FindingEvent {
  at: string;
  kind: FindingEventKind;
  /** Ref of the person who did it; absent for what scans did. */
  actor?: string;
  /** Author and id of the document that did it, as plain text. */
  source?: string;
  reportId?: string;
  tool?: string;
  commit?: string;
  /** Plain text, e.g. `severity high → critical`. */
  note?: string;
}

/** A dismissal that waits for a second person. @public */
export interface DismissalRequest {
  /** Ref of the person; of a source, the name of who sent what it says. */
  requestedBy: string;
  /** What asked, where it was no person. */
  source?: {
    kind: 'vex' | 'suppression';
    /** The document's author, or the tool. */
    name: string;
    documentId?: string;
  };
  at: string;
  reason: DismissalReason;
  text?: string;
}

/** A severity that a person chose over the scanner's. @public */
export interface SeverityAdjustment {
  severity: Severity;
  /** What the scanner said then. */
  from: Severity;
  /** Ref of the person who asked for it. */
  by: string;
  at: string;
  reason: string;
  /** Ref of the second person, where one had to agree. */
  approvedBy?: string;
}

/** A lower severity that waits for a second person. @public */
export interface SeverityRequest {
  severity: Severity;
  /** Ref of the person. */
  requestedBy: string;
  at: string;
  reason: string;
}

/** A place that explains a finding without being where it is. @public */
export interface RelatedLocation extends FindingLocation {
  /** `step` for one of a way through the code, in its order. */
  role: 'related' | 'step';
  /** Plain text of the tool. */
  message?: string;
}

/** Everything about a finding. @public */
export interface FindingDetail extends Finding {
  /** Markdown; hostile until sanitised. */
  description?: string;
  remediation?: string;
  links: string[];
  locations: FindingLocation[];
  /** At most 20 of each role; absent when the tool named none. */
  related?: RelatedLocation[];
  presence: {
    tool: string;
    category?: string;
    ref?: string;
    environment?: string;
    lastSeenAt: string;
    present: boolean;
  }[];
  /** Why it is due when it is, in a line for people. */
  dueReason: string;
  /** What VEX documents say about it, the one that counts first. */
  statements: FindingStatement[];
  /** What the caller may do with it now. */
  actions: FindingAction[];
  history: FindingEvent[];
}

/** Something that a person does with findings. @public */
export interface FindingActionRequest {
  /** Up to 100. */
  ids: string[];
  action: FindingAction;
  /** Of a dismissal; `false_positive` needs a `text` too. */
  reason?: DismissalReason;
  /** What it is to become; the scanner's own ends an adjustment. */
  severity?: Severity;
  text?: string;
  /** Ref of a user. */
  assignee?: string;
  /** Of an issue, `http` or `https`. */
  url?: string;
}

/** What became of an action on one finding. @public */
export interface FindingActionResult {
  id: string;
  /** `pending`: a second person has to agree. */
  outcome: 'done' | 'pending' | 'refused';
  /** Why it was refused. */
  reason?: string;
}

/** @public */
export interface FindingActionAnswer {
  actionId: string;
  /** Until when the same person can undo it; absent when nothing was done. */
  undoUntil?: string;
  results: FindingActionResult[];
}

/** Answer of every list. @public */
export interface Page<T> {
  items: T[];
  totalItems: number;
  /** True when there are more than `totalItems`. */
  totalIsLowerBound?: boolean;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}

/** @public */
export const FINDING_ORDERS = [
  'suggested',
  'severity',
  'firstSeenAt',
  'dueAt',
] as const;

/**
 * `suggested`: exploited (KEV) first, then overdue, then by probability of
 * exploitation × severity × tier, then nearest due date.
 *
 * @public
 */
export type FindingOrder = (typeof FINDING_ORDERS)[number];

/** @public */
export const FINDING_DUES = [
  'overdue',
  'within7Days',
  'later',
  'none',
] as const;

/** When a finding is due, seen from now; `none` has no due date. @public */
export type FindingDue = (typeof FINDING_DUES)[number];

/** @public */
export interface FindingsQuery {
  entityRef?: string;
  /** Limits the list to entities owned by this group or user. */
  ownedBy?: string;
  /**
   * Limits the list to what belongs to this System, Domain or Group: a System's
   * parts, a Domain's with those of the Domains below, and what a Group and the
   * Groups below it own.
   */
  scopeRef?: string;
  ref?: string;
  /** `open` by default, `resolved` where it has to be resolved on some days. */
  status?: FindingStatus | 'all';
  severity?: Severity[];
  type?: ControlType[];
  tool?: string;
  /** Where it is seen now, e.g. `prod`; belongs to an entity, so `entityRef` is needed. */
  environment?: string;
  overdue?: boolean;
  due?: FindingDue;
  /** Id of a group of findings with one cause. */
  group?: string;
  /** Only what is known to be exploited. */
  kev?: true;
  /** Only with an EPSS of at least that, 0 to 1. */
  epssAtLeast?: number;
  /** First seen from this day (UTC) or time on, ISO 8601. */
  firstSeenFrom?: string;
  /** First seen until the end of this day (UTC), or before this time. */
  firstSeenTo?: string;
  /**
   * Resolved from this day (UTC) or time on, ISO 8601. What is gone because its
   * scan was retired is left out, since nobody mended it.
   */
  resolvedFrom?: string;
  /** Resolved until the end of this day (UTC), or before this time. */
  resolvedTo?: string;
  /** Only what a person set the severity of. */
  adjusted?: true;
  /** Exact CVE, rule or package; free text only within one entity. */
  q?: string;
  orderBy?: FindingOrder;
  cursor?: string;
  limit?: number;
}

/** What is known of one control type of an entity. @public */
export interface Coverage {
  controlType: ControlType;
  state: CoverageState;
  tool?: string;
  lastReportAt?: string;
  lastCompleteAt?: string;
  commit?: string;
  reportId?: string;
  /** When an active control goes stale without a new complete scan. */
  staleAt?: string;
  /** Scans in a row that failed since the last complete one. */
  failures?: number;
  lastFailureAt?: string;
  /** Why it is not applicable. */
  reason?: string;
}

/** Answer of the summary of one entity. @public */
export interface FindingsSummary {
  entityRef: string;
  /** Open findings by severity. */
  open: Record<Severity, number>;
  openByType: Partial<Record<ControlType, Record<Severity, number>>>;
  overdue: Record<Severity, number>;
  /** The nearest due date that has not passed, of an open finding. */
  nextDueAt?: string;
  dueWithin7Days: number;
  /** Whether any report was ever applied. */
  hasReports: boolean;
  coverage: Coverage[];
  asOf: string;
}

/** What arrived lately and what waits, of all that the viewer may see. @public */
export interface IngestionActivity {
  /** Counts are of reports that were received since then. */
  since: string;
  received: number;
  /** From how many entities. */
  entities: number;
  /** Applied, and complete. */
  processed: number;
  /** Of these, from coming into the queue to the result; absent without any. */
  processing?: { medianMs: number; longestMs: number };
  /** Applied, and partial: they resolved nothing. */
  partial: number;
  /** Older than what is known, or without evidence: they changed nothing. */
  notApplied: number;
  rejected: number;
  failed: number;
  /** In quarantine now, whenever they were received. */
  quarantined: number;
  /** Received or being read now. */
  waiting: number;
  oldestWaitingAt?: string;
  oldestQuarantinedAt?: string;
  /** True when only a part could be counted. */
  isLowerBound?: boolean;
  asOf: string;
}
