import {
  WaiverEventKind,
  WaiverKind,
  WaiverRequirement,
  WaiverRole,
  WaiverStatus,
  WaiverTarget,
  WaiverTreatment,
} from '@synchrony/backstage-plugin-ingestion-common';
import { StoredStatus } from '../reconcile';

/** A waiver as it is kept. Times are milliseconds since 1970. */
export interface StoredWaiver {
  id: string;
  status: WaiverStatus;
  version: number;
  target: WaiverTarget;
  requester: string;
  reason: string;
  riskStatement: string;
  compensatingControls?: string;
  treatment: WaiverTreatment;
  linkedIssue?: string;
  requestedAt: number;
  startsAt?: number;
  expiresAt: number;
  reviewAt?: number;
  approvedAt?: number;
  endedAt?: number;
  renewedFrom?: string;
  renewals: number;
  requirement: WaiverRequirement;
  /** 0 is critical: it covers nothing worse. */
  approvedSeverity?: number;
  /** Whether it covers what is known to be exploited. */
  approvedKev: boolean;
  /** It covers no entity of a more critical tier. */
  approvedTier?: number;
}

/** Who approved a waiver as what. */
export interface StoredApproval {
  waiverId: string;
  role: WaiverRole;
  approver: string;
  at: number;
}

/** A line of the log that is to be written. */
export interface WaiverLogEntry {
  kind: WaiverEventKind;
  at: number;
  actor?: string;
  role?: WaiverRole;
  note?: string;
}

/** Kinds of waivers that accept findings. */
export type FindingWaiverKind = Exclude<WaiverKind, 'check'>;

/** A finding that matches what a waiver is for. */
export interface MatchedFinding {
  id: string;
  entityRef: string;
  /** 0 is critical. */
  severity: number;
  /** Whether it is known to be exploited. */
  kev: boolean;
  status: StoredStatus;
  /** The waiver that decides on it now. */
  waiverId?: string;
  waivedUntil?: number;
}

/** An entity that a waiver is for. */
export interface WaivedEntity {
  entityRef: string;
  /** From 1, the most critical; 1 also where the catalog names none. */
  tier: number;
  /** Whether the catalog names its tier. */
  tierKnown: boolean;
}

/** What is waived of an entity now. */
export interface EntityWaivers {
  /** Until when checks are waived, by their ids. */
  checks: Record<string, number>;
  active: number;
  /** How often the one that was renewed most was. */
  mostRenewals: number;
}

export const NO_WAIVERS: EntityWaivers = {
  checks: {},
  active: 0,
  mostRenewals: 0,
};
