import {
  DismissalReason,
  FindingEventKind,
  StatementStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { ParsedProduct, ParsedFinding } from '@synchrony/report-parsers';
import { TriageState } from '../triage';

/** A product of a statement, and what it is to the entity. */
export interface StatedProduct extends ParsedProduct {
  /**
   * `yes`: it is the entity. `version`: it is one version of it, and nobody
   * knows which one is meant by a finding.
   */
  own?: 'yes' | 'version';
}

/** What is known of a document, the same for all its statements. */
export interface VexDocument {
  id: number;
  documentId: string;
  format: string;
  author?: string;
  version?: string;
  /** Milliseconds, as all times here. */
  issuedAt: number;
  reportId: string;
  submitter: string;
}

/** A statement as it is stored. */
export interface Statement {
  document: VexDocument;
  position: number;
  status: StatementStatus;
  reason?: DismissalReason;
  impact?: string;
  action?: string;
  at: number;
  products: StatedProduct[];
}

/** The component of a finding. */
export interface FoundComponent {
  name?: string;
  purl?: string;
}

/** `unclear`: it may be about it, and that is not enough. */
export type Match = 'match' | 'no' | 'unclear';

/** A finding as far as statements and suppressions decide about it. */
export interface StatedFinding {
  id: string;
  /** 0 is critical. */
  severity: number;
  component: FoundComponent;
  state: TriageState;
  suppression: NonNullable<ParsedFinding['suppression']> | null;
  /** The tool that suppresses it, and who sent what it says. */
  lead: { tool: string; submitter: string };
  statementKey: string | null;
  statementVerdict: 'dismissed' | null;
}

/** The part of a finding that statements and suppressions set. */
export interface Position {
  status: TriageState['status'];
  triage: TriageState['triage'];
  request: TriageState['request'];
  statementKey: string | null;
  statementVerdict: 'dismissed' | null;
}

/** In what a change of a position consists, for the receipt. */
export type PositionOutcome =
  'dismissed' | 'requested' | 'confirmed' | 'noted' | 'undone';

export interface PositionChange {
  id: string;
  next: Position;
  /** Absent where nothing is worth a line of the history. */
  event?: { kind: FindingEventKind; note: string; source: string };
  outcome?: PositionOutcome;
}
