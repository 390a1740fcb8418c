import { AssignmentAction, AssignmentStatus } from './assignmentMachine';

/** @public */
export const CHAMPION_ROLES = ['primary', 'deputy'] as const;

/** @public */
export type ChampionRole = (typeof CHAMPION_ROLES)[number];

/**
 * 0 has had the awareness training, 1 knows the core topics, 2 those of the
 * platform, 3 has been champion for six months and more.
 *
 * @public
 */
export type ChampionLevel = 0 | 1 | 2 | 3;

/** Why an assignment lapsed, closed or ended. @public */
export const END_REASONS = [
  'declined',
  'nomination_withdrawn',
  'not_answered',
  'answered_elsewhere',
  'not_confirmed',
  'left_group',
  'left_catalog',
  'stepped_down',
  'handed_over',
  'withdrawn',
  'removed',
  'not_declared',
  'scope_gone',
] as const;

/** @public */
export type EndReason = (typeof END_REASONS)[number];

/**
 * Somebody who is, was or is asked to be champion for a scope. All times are
 * ISO 8601.
 *
 * @public
 */
export interface ChampionAssignment {
  id: string;
  userRef: string;
  /** A Group, System, Domain or Component. */
  scopeRef: string;
  role: ChampionRole;
  /** Who says so: the annotation of the scope, or people in the portal. */
  source: 'catalog' | 'portal';
  status: AssignmentStatus;
  /** Ids of the programme's specialisms. */
  specialisms: string[];
  /** Share of working time, in percent, once it is agreed. */
  capacityPct?: number;
  /** What the nominee offered, before it is agreed. */
  offeredPct?: number;
  agreedBy?: string;
  /** Absent where the catalog declared it. */
  nominatedBy?: string;
  nominatedAt: string;
  /** Why this person, in the words of who nominated. */
  reason?: string;
  acceptedAt?: string;
  /** Since when the person is active. */
  startedAt?: string;
  confirmedAt?: string;
  nextConfirmAt?: string;
  /** When it ends, or ended. */
  endsAt?: string;
  successorRef?: string;
  endReason?: EndReason;
  /** Goes up by one with every change. */
  version: number;
  /** What the reader can do now. */
  actions: AssignmentAction[];
}

/** A step in the history of an assignment. @public */
export interface AssignmentEvent {
  at: string;
  /** Absent where time or the catalog did it, or the person was erased. */
  actorRef?: string;
  /** An action of people, or the name of a step that nobody takes. */
  name: string;
  from?: AssignmentStatus;
  to: AssignmentStatus;
  note?: string;
}

/** `GET /assignments/{id}` @public */
export interface AssignmentDetails extends ChampionAssignment {
  history: AssignmentEvent[];
}

/** @public */
export interface AssignmentsQuery {
  scopeRef?: string;
  userRef?: string;
  status?: AssignmentStatus[];
  cursor?: string;
  limit?: number;
}

/** @public */
export interface AssignmentsPage {
  items: ChampionAssignment[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

/** `POST /assignments` @public */
export interface NominationInput {
  userRef: string;
  scopeRef: string;
  role: ChampionRole;
  reason?: string;
  specialisms?: string[];
}

/** `POST /assignments/{id}/actions` @public */
export interface AssignmentActionInput {
  action: AssignmentAction;
  /** As it was read; `ConflictError` when it changed since. */
  version: number;
  note?: string;
  capacityPct?: number;
  /**
   * With `agreeCapacity`: that the person gives more than the programme's
   * limit in all of their assignments together.
   */
  confirmOverCapacity?: boolean;
  endsAt?: string;
  successorRef?: string;
}
