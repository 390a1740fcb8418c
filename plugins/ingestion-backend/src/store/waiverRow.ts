import {
  WaiverKind,
  WaiverStatus,
  WaiverTreatment,
} from '@synchrony/backstage-plugin-ingestion-common';
import { nextStepAt, StoredWaiver } from '../waivers';
import { toBoolean, toNumber, toOptionalNumber } from './engine';

type Time = number | string | null;

/** A row of `waivers`. */
export interface WaiverRow {
  id: string;
  kind: WaiverKind;
  status: WaiverStatus;
  version: number;
  target: string;
  requester: string;
  reason: string;
  risk_statement: string;
  compensating_controls: string | null;
  treatment: WaiverTreatment;
  linked_issue: string | null;
  requested_at: number | string;
  starts_at: Time;
  expires_at: number | string;
  review_at: Time;
  approved_at: Time;
  ended_at: Time;
  renewed_from: string | null;
  renewals: number;
  requirement: string;
  approved_severity: number | null;
  approved_kev: boolean | number;
  approved_tier: number | null;
  next_at: Time;
}

export function toStoredWaiver(row: WaiverRow): StoredWaiver {
  return {
    id: row.id,
    status: row.status,
    version: row.version,
    target: JSON.parse(row.target),
    requester: row.requester,
    reason: row.reason,
    riskStatement: row.risk_statement,
    compensatingControls: row.compensating_controls ?? undefined,
    treatment: row.treatment,
    linkedIssue: row.linked_issue ?? undefined,
    requestedAt: toNumber(row.requested_at),
    startsAt: toOptionalNumber(row.starts_at),
    expiresAt: toNumber(row.expires_at),
    reviewAt: toOptionalNumber(row.review_at),
    approvedAt: toOptionalNumber(row.approved_at),
    endedAt: toOptionalNumber(row.ended_at),
    renewedFrom: row.renewed_from ?? undefined,
    renewals: row.renewals,
    requirement: JSON.parse(row.requirement),
    approvedSeverity: row.approved_severity ?? undefined,
    approvedKev: toBoolean(row.approved_kev),
    approvedTier: row.approved_tier ?? undefined,
  };
}

export function toWaiverRow(waiver: StoredWaiver): WaiverRow {
  return {
    id: waiver.id,
    kind: waiver.target.kind,
    status: waiver.status,
    version: waiver.version,
    target: JSON.stringify(waiver.target),
    requester: waiver.requester,
    reason: waiver.reason,
    risk_statement: waiver.riskStatement,
    compensating_controls: waiver.compensatingControls ?? null,
    treatment: waiver.treatment,
    linked_issue: waiver.linkedIssue ?? null,
    requested_at: waiver.requestedAt,
    starts_at: waiver.startsAt ?? null,
    expires_at: waiver.expiresAt,
    review_at: waiver.reviewAt ?? null,
    approved_at: waiver.approvedAt ?? null,
    ended_at: waiver.endedAt ?? null,
    renewed_from: waiver.renewedFrom ?? null,
    renewals: waiver.renewals,
    requirement: JSON.stringify(waiver.requirement),
    approved_severity: waiver.approvedSeverity ?? null,
    approved_kev: waiver.approvedKev,
    approved_tier: waiver.approvedTier ?? null,
    next_at: nextStepAt(waiver) ?? null,
  };
}
