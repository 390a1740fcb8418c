import {
  AssignmentAction,
  ASSIGNMENT_TIME_TRANSITIONS,
  AssignmentStatus,
  AssignmentTimeTransition,
  EndReason,
} from '@synchrony/backstage-plugin-champions-common';
import { AssignmentStep, AssignmentTerms, StoredAssignment } from './types';

export const DAY_MS = 24 * 60 * 60_000;

/** When time alone changes the status next. */
export function dueTimeOf(
  assignment: Omit<StoredAssignment, 'dueAt'>,
  terms: AssignmentTerms,
): number | undefined {
  switch (assignment.status) {
    case 'nominated':
      return assignment.nominatedAt + terms.nominationDays * DAY_MS;
    case 'active':
      return assignment.nextConfirmAt;
    case 'stepping_down':
      return assignment.endsAt;
    case 'lapsed':
      return (assignment.lapsedAt ?? 0) + terms.lapsedDays * DAY_MS;
    default:
      return undefined;
  }
}

/** A new assignment with the time at which it changes by itself. */
export function withDue(
  assignment: Omit<StoredAssignment, 'dueAt'>,
  terms: AssignmentTerms,
): StoredAssignment {
  return { ...assignment, dueAt: dueTimeOf(assignment, terms) };
}

const END_REASON_OF: Partial<Record<AssignmentAction, EndReason>> = {
  decline: 'declined',
  withdrawNomination: 'nomination_withdrawn',
  handOver: 'handed_over',
  withdraw: 'withdrawn',
  remove: 'removed',
};

function next(
  assignment: StoredAssignment,
  status: AssignmentStatus,
  change: Partial<StoredAssignment>,
  terms: AssignmentTerms,
): StoredAssignment {
  const changed = {
    ...assignment,
    ...change,
    status,
    version: assignment.version + 1,
  };
  return { ...changed, dueAt: dueTimeOf(changed, terms) };
}

function confirmed(at: number, terms: AssignmentTerms) {
  return {
    confirmedAt: at,
    nextConfirmAt: at + terms.confirmationDays * DAY_MS,
    endsAt: undefined,
    lapsedAt: undefined,
    successorId: undefined,
    endReason: undefined,
  };
}

/** What becomes of an assignment by an action that the table lets happen. */
export function applyAction(
  assignment: StoredAssignment,
  action: AssignmentAction,
  to: AssignmentStatus,
  step: AssignmentStep,
  terms: AssignmentTerms,
): StoredAssignment {
  const { actorId, at, capacityPct, endsAt, successorId } = step;
  const change = (): Partial<StoredAssignment> => {
    switch (action) {
      case 'accept':
        return { acceptedAt: at, offeredPct: capacityPct };
      case 'agreeCapacity':
        return { capacityPct, agreedBy: actorId };
      case 'activate':
        return { startedAt: at, ...confirmed(at, terms) };
      case 'reconfirm':
      case 'cancelStepDown':
        return confirmed(at, terms);
      case 'announceStepDown':
        return { endsAt, successorId };
      case 'handOver':
        return { endsAt: at, successorId, endReason: 'handed_over' };
      default:
        return { endsAt: at, endReason: END_REASON_OF[action] };
    }
  };
  return next(assignment, to, change(), terms);
}

type TimeStep = AssignmentTimeTransition['name'];

const TIME_REASON: Partial<Record<TimeStep, EndReason>> = {
  expire: 'not_answered',
  settle: 'answered_elsewhere',
  lapse: 'not_confirmed',
  finish: 'stepped_down',
  undeclare: 'not_declared',
};

/**
 * What time or the catalog does to an assignment; undefined where the table
 * does not let it happen.
 *
 * @param reason - other than the usual one of the step
 */
export function applyTimeStep(
  assignment: StoredAssignment,
  name: TimeStep,
  at: number,
  terms: AssignmentTerms,
  reason: EndReason | undefined = TIME_REASON[name],
): StoredAssignment | undefined {
  const transition = ASSIGNMENT_TIME_TRANSITIONS.find(
    each => each.name === name && each.from.includes(assignment.status),
  );
  if (!transition) {
    return undefined;
  }
  const { to } = transition;
  if (to === 'active') {
    return next(
      assignment,
      to,
      { startedAt: at, ...confirmed(at, terms) },
      terms,
    );
  }
  return next(
    assignment,
    to,
    to === 'lapsed'
      ? { lapsedAt: at, endsAt: undefined, endReason: reason }
      : { endsAt: at, endReason: reason ?? assignment.endReason },
    terms,
  );
}

/** The step that time takes now, if any. */
export function dueStepOf(
  assignment: StoredAssignment,
  now: number,
): TimeStep | undefined {
  if (assignment.dueAt === undefined || assignment.dueAt > now) {
    return undefined;
  }
  switch (assignment.status) {
    case 'nominated':
      return 'expire';
    case 'active':
      return 'lapse';
    case 'stepping_down':
      return 'finish';
    case 'lapsed':
      return 'end';
    default:
      return undefined;
  }
}
