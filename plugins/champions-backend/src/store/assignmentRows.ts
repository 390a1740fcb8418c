import {
  AssignmentStatus,
  ChampionRole,
  EndReason,
} from '@synchrony/backstage-plugin-champions-common';
import { StoredAssignment } from '../assignments/types';

type Time = number | string | null;

export interface AssignmentRow {
  id: string;
  person_id: number;
  scope_ref: string;
  role: ChampionRole;
  source: 'catalog' | 'portal';
  status: AssignmentStatus;
  specialisms: string;
  capacity_pct: number | null;
  offered_pct: number | null;
  agreed_by: number | null;
  nominated_by: number | null;
  nominated_at: number | string;
  reason: string | null;
  accepted_at: Time;
  started_at: Time;
  confirmed_at: Time;
  next_confirm_at: Time;
  ends_at: Time;
  lapsed_at: Time;
  successor_id: number | null;
  end_reason: EndReason | null;
  due_at: Time;
  is_member: boolean | number;
  version: number;
}

function timeOf(value: Time): number | undefined {
  return value === null ? undefined : Number(value);
}

export function toRow(assignment: StoredAssignment): AssignmentRow {
  return {
    id: assignment.id,
    person_id: assignment.personId,
    scope_ref: assignment.scopeRef,
    role: assignment.role,
    source: assignment.source,
    status: assignment.status,
    specialisms: JSON.stringify(assignment.specialisms),
    capacity_pct: assignment.capacityPct ?? null,
    offered_pct: assignment.offeredPct ?? null,
    agreed_by: assignment.agreedBy ?? null,
    nominated_by: assignment.nominatedBy ?? null,
    nominated_at: assignment.nominatedAt,
    reason: assignment.reason ?? null,
    accepted_at: assignment.acceptedAt ?? null,
    started_at: assignment.startedAt ?? null,
    confirmed_at: assignment.confirmedAt ?? null,
    next_confirm_at: assignment.nextConfirmAt ?? null,
    ends_at: assignment.endsAt ?? null,
    lapsed_at: assignment.lapsedAt ?? null,
    successor_id: assignment.successorId ?? null,
    end_reason: assignment.endReason ?? null,
    due_at: assignment.dueAt ?? null,
    is_member: assignment.isMember,
    version: assignment.version,
  };
}

export function fromRow(row: AssignmentRow): StoredAssignment {
  return {
    id: row.id,
    personId: row.person_id,
    scopeRef: row.scope_ref,
    role: row.role,
    source: row.source,
    status: row.status,
    specialisms: JSON.parse(row.specialisms),
    capacityPct: row.capacity_pct ?? undefined,
    offeredPct: row.offered_pct ?? undefined,
    agreedBy: row.agreed_by ?? undefined,
    nominatedBy: row.nominated_by ?? undefined,
    nominatedAt: Number(row.nominated_at),
    reason: row.reason ?? undefined,
    acceptedAt: timeOf(row.accepted_at),
    startedAt: timeOf(row.started_at),
    confirmedAt: timeOf(row.confirmed_at),
    nextConfirmAt: timeOf(row.next_confirm_at),
    endsAt: timeOf(row.ends_at),
    lapsedAt: timeOf(row.lapsed_at),
    successorId: row.successor_id ?? undefined,
    endReason: row.end_reason ?? undefined,
    dueAt: timeOf(row.due_at),
    isMember: Boolean(row.is_member),
    version: row.version,
  };
}
