import {
  ControlType,
  Finding,
  FindingStatus,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';

/** A finding that the gate may name. */
export type GateFinding = Pick<
  Finding,
  | 'id'
  | 'severity'
  | 'kev'
  | 'type'
  | 'title'
  | 'ruleId'
  | 'location'
  | 'tools'
  | 'status'
  | 'dueAt'
  | 'waivedUntil'
>;

/** How many findings of one kind there are. */
export interface GateFindingCount {
  type: ControlType;
  severity: Severity;
  /** Whether they are known to be exploited. */
  kev: boolean;
  status: FindingStatus;
  count: number;
}

/** All of them counted, and the worst of them by name. */
export interface GateFindings {
  counts: GateFindingCount[];
  worst: GateFinding[];
}

/** Something that is not known, and what to do about it. */
export interface EvidenceGap {
  /** The control that it is about; of any when absent. */
  type?: ControlType;
  message: string;
}

/** What a verdict is made of. */
export interface GateEvidence {
  /** The ref that is compared with. */
  base: string;
  /** On the head and not on the base. */
  fresh: GateFindings;
  /** The worst of these that a waiver accepts. */
  accepted: GateFinding[];
  /** On the base and past the due date. */
  overdue: GateFindings;
  /** How many of the base are gone on the head. */
  fixed: Pick<GateFindingCount, 'type' | 'count'>[];
  gaps: EvidenceGap[];
}
