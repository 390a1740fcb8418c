import {
  MembershipAction,
  MembershipEndReason,
  MembershipGuard,
  MembershipRole,
  MembershipStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';

export const ROLE_WORDS: Record<MembershipRole, string> = {
  lead: 'Lead',
  deputy: 'Deputy',
  member: 'Member',
  expert: 'Expert',
  observer: 'Observer',
};

export const MEMBERSHIP_STATUS_WORDS: Record<MembershipStatus, string> = {
  invited: 'Invited',
  requested: 'Asks to join',
  active: 'In the team',
  leaving: 'Leaving',
  left: 'Left',
  closed: 'Never joined',
};

export const MEMBERSHIP_ACTION_WORDS: Record<MembershipAction, string> = {
  accept: 'Accept',
  decline: 'Decline',
  withdrawInvitation: 'Withdraw the invitation',
  approve: 'Let them join',
  reject: 'Decline',
  withdrawRequest: 'Withdraw the request',
  announceLeave: 'Say when you leave',
  cancelLeave: 'Stay after all',
  leave: 'Leave now',
  remove: 'Take out of the team',
};

export const MEMBERSHIP_GUARD_WORDS: Record<MembershipGuard, string> = {
  isPerson: 'only the person decides',
  isOther: 'one leaves a team, and takes out others',
  isLead: 'only the lead or a deputy decides',
  isInCatalog: 'the catalog does not know the person',
  isJoinable: 'the team takes no members now',
  dateIsAhead: 'the day has to lie ahead, by a year at most',
  leavesALead: 'somebody else has to lead first',
};

export const END_REASON_WORDS: Record<MembershipEndReason, string> = {
  declined: 'Declined',
  invitation_withdrawn: 'Invitation withdrawn',
  rejected: 'Request declined',
  request_withdrawn: 'Request withdrawn',
  not_answered: 'Nobody answered in time',
  left: 'Left',
  removed: 'Taken out by the lead',
  term_over: 'The agreed time was over',
  left_catalog: 'Left the organisation',
  team_ended: 'The team ended',
};
