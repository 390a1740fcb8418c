import {
  AssignmentStatus,
  ChampionRole,
  EndReason,
} from '@synchrony/backstage-plugin-champions-common';

type Time = number | string | null;

/** A row of `assignments`. */
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
  successor_id: number | null;
  end_reason: EndReason | null;
  version: number;
}
