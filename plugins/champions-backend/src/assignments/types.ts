import {
  AssignmentStatus,
  ChampionRole,
  EndReason,
} from '@synchrony/backstage-plugin-champions-common';

/** An assignment as it is kept: people by number, times in ms. */
export interface StoredAssignment {
  id: string;
  personId: number;
  scopeRef: string;
  role: ChampionRole;
  source: 'catalog' | 'portal';
  status: AssignmentStatus;
  specialisms: string[];
  capacityPct?: number;
  offeredPct?: number;
  agreedBy?: number;
  nominatedBy?: number;
  nominatedAt: number;
  reason?: string;
  acceptedAt?: number;
  startedAt?: number;
  confirmedAt?: number;
  nextConfirmAt?: number;
  endsAt?: number;
  lapsedAt?: number;
  successorId?: number;
  endReason?: EndReason;
  /** When time alone changes the status next. */
  dueAt?: number;
  /** Whether the person has been seen in the group of the scope. */
  isMember: boolean;
  version: number;
}

/** How long the states of an assignment last, in days. */
export interface AssignmentTerms {
  confirmationDays: number;
  nominationDays: number;
  lapsedDays: number;
}

/** What an action says beside its name, people by number. */
export interface AssignmentStep {
  at: number;
  actorId?: number;
  capacityPct?: number;
  endsAt?: number;
  successorId?: number;
}
