import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  MembershipAction,
  MembershipEndReason,
  MembershipGuard,
  MembershipStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { StoredMembership } from './types';

const YEAR_MS = 366 * 24 * 3600 * 1000;

/** Whether a moment lies ahead, by a year at most. */
export function isDateAhead(until: number | undefined, now: number): boolean {
  return until !== undefined && until > now && until <= now + YEAR_MS;
}

const REFUSALS: Record<MembershipGuard, string> = {
  isPerson: 'Only the person can do that',
  isOther: 'Leave the team instead',
  isLead: 'Only the lead or a deputy of the team can do that',
  isInCatalog: 'The catalog does not know the person any more',
  isJoinable: 'The team takes no members now',
  dateIsAhead: 'until: It lies ahead, by a year at most',
  leavesALead:
    'Nobody would lead the team: name another lead or a deputy first',
};

/** Why an action on a membership is not taken, as an error. */
export function membershipRefusal(
  { status }: StoredMembership,
  action: string,
  decision:
    { because: 'status' } | { because: 'guard'; guard: MembershipGuard },
): Error {
  if (decision.because === 'status') {
    return new ConflictError(
      `A membership that is ${status} can't take: ${action}`,
    );
  }
  const message = REFUSALS[decision.guard];
  switch (decision.guard) {
    case 'isPerson':
    case 'isLead':
      return new NotAllowedError(message);
    case 'dateIsAhead':
      return new InputError(message);
    default:
      return new ConflictError(message);
  }
}

const END_REASONS: Partial<Record<MembershipAction, MembershipEndReason>> = {
  decline: 'declined',
  withdrawInvitation: 'invitation_withdrawn',
  reject: 'rejected',
  withdrawRequest: 'request_withdrawn',
  leave: 'left',
  remove: 'removed',
};

/** A membership that has ended. */
export function endMembership(
  membership: StoredMembership,
  status: Extract<MembershipStatus, 'closed' | 'left'>,
  endReason: MembershipEndReason,
  at: number,
): StoredMembership {
  return {
    ...membership,
    status,
    endReason,
    endedAt: at,
    expiresAt: undefined,
    ...(status === 'left' && { until: at }),
  };
}

/** What a membership becomes by an action. */
export function applyMembershipAction(
  membership: StoredMembership,
  action: MembershipAction,
  to: MembershipStatus,
  said: { at: number; note?: string; allocationPct?: number; until?: number },
): StoredMembership {
  const { at } = said;
  const note = said.note ?? membership.note;
  if (to === 'closed' || to === 'left') {
    return {
      ...endMembership(membership, to, END_REASONS[action] ?? 'left', at),
      note,
    };
  }
  if (to === 'leaving') {
    return { ...membership, status: to, until: said.until, note };
  }
  return {
    ...membership,
    status: to,
    note,
    expiresAt: undefined,
    remindedAt: undefined,
    since: membership.since ?? at,
    allocationPct: said.allocationPct ?? membership.allocationPct,
    ...(action === 'cancelLeave' && { until: undefined }),
  };
}
