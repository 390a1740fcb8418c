import { WaiverApproval, WaiverRole } from './types';
import {
  WAIVER_ACTIONS,
  WAIVER_TRANSITIONS,
  WaiverAction,
  WaiverGuard,
  WaiverStatus,
  WaiverTransition,
} from './waiverMachine';

/** What the guards of {@link WAIVER_TRANSITIONS} look at. @public */
export interface WaiverActionSubject {
  status: WaiverStatus;
  requester: string;
  /** One for each role that is needed. */
  approvals: readonly WaiverApproval[];
  /** Everybody who approved, also in a role that is not needed any more. */
  approvers: readonly string[];
  /** Whether another waiver continues it and has not been turned down. */
  renewed: boolean;
}

/** Who acts on a waiver. @public */
export interface WaiverActor {
  userRef: string;
  /** Roles that the person has for all that the waiver hides. */
  roles: readonly WaiverRole[];
  /** Whether permission to approve is given for all its entities. */
  mayApprove: boolean;
  /** Whether permission to request is given for all its entities. */
  mayRequest: boolean;
  /** The role in which the person acts, where it is said. */
  as?: WaiverRole;
}

/** The transition that an action takes, or why it takes none. @public */
export type WaiverActionDecision =
  | { transition: WaiverTransition; role?: WaiverRole }
  | { refusal: string; guard?: WaiverGuard };

/** The roles as which a person could approve a waiver now. @public */
export function approvableRoles(
  subject: WaiverActionSubject,
  actor: WaiverActor,
): WaiverRole[] {
  const eligible =
    subject.status === 'requested' &&
    actor.mayApprove &&
    subject.requester !== actor.userRef &&
    !subject.approvers.includes(actor.userRef);
  return eligible
    ? subject.approvals
        .filter(({ approvedBy }) => approvedBy === undefined)
        .map(({ role }) => role)
        .filter(role => actor.roles.includes(role))
    : [];
}

function heldMissing(
  { approvals }: WaiverActionSubject,
  { as, mayApprove, roles }: WaiverActor,
): WaiverRole[] {
  return approvals
    .filter(({ approvedBy }) => approvedBy === undefined)
    .map(({ role }) => role)
    .filter(
      role =>
        mayApprove && roles.includes(role) && (as === undefined || as === role),
    );
}

function missing({ approvals }: WaiverActionSubject): number {
  return approvals.filter(({ approvedBy }) => approvedBy === undefined).length;
}

function holdsNeeded(
  { approvals }: WaiverActionSubject,
  { mayApprove, roles }: WaiverActor,
): boolean {
  return mayApprove && approvals.some(({ role }) => roles.includes(role));
}

const HOLDS: Record<
  WaiverGuard,
  (subject: WaiverActionSubject, actor: WaiverActor) => boolean
> = {
  isRequester: ({ requester }, { userRef }) => requester === userRef,
  otherThanRequester: ({ requester }, { userRef }) => requester !== userRef,
  approvedNothingYet: ({ approvers }, { userRef }) =>
    !approvers.includes(userRef),
  holdsMissingRole: (subject, actor) => heldMissing(subject, actor).length > 0,
  isLastApproval: subject => missing(subject) === 1,
  isNotLastApproval: subject => missing(subject) > 1,
  mayDecide: holdsNeeded,
  mayEnd: (subject, actor) =>
    holdsNeeded(subject, actor) || subject.requester === actor.userRef,
  mayRequest: (_, { mayRequest }) => mayRequest,
  notRenewed: ({ renewed }) => !renewed,
};

const REFUSALS: Record<WaiverGuard, string> = {
  isRequester: 'Only who asked for it can do that',
  otherThanRequester: 'Who asked for a waiver can not decide on it',
  approvedNothingYet: 'You approved it already; another person has to',
  holdsMissingRole: 'You have none of the roles whose approval is missing',
  isLastApproval: 'More approvals are missing',
  isNotLastApproval: 'No approval is missing',
  mayDecide: 'You have none of the roles that decide on it',
  mayEnd: 'Only who asked for it, or who may decide on it, can end it',
  mayRequest: 'You may not ask for waivers here',
  notRenewed: 'It was renewed already',
};

/**
 * What an action of a person does to a waiver, by the table.
 *
 * @public
 */
export function decideWaiverAction(
  action: WaiverAction,
  subject: WaiverActionSubject,
  actor: WaiverActor,
): WaiverActionDecision {
  const fromHere = WAIVER_TRANSITIONS.filter(
    transition =>
      transition.action === action && transition.from.includes(subject.status),
  );
  const broken = fromHere.map(transition =>
    transition.guards.find(guard => !HOLDS[guard](subject, actor)),
  );
  const index = broken.indexOf(undefined);
  if (index >= 0) {
    return {
      transition: fromHere[index],
      ...(action === 'approve' && { role: heldMissing(subject, actor)[0] }),
    };
  }
  const [guard] = broken;
  return {
    refusal: guard
      ? REFUSALS[guard]
      : `Not possible while it is ${subject.status}`,
    guard,
  };
}

/** What a person can do with a waiver now. @public */
export function possibleWaiverActions(
  subject: WaiverActionSubject,
  actor: WaiverActor,
): WaiverAction[] {
  return WAIVER_ACTIONS.filter(
    action => 'transition' in decideWaiverAction(action, subject, actor),
  );
}
