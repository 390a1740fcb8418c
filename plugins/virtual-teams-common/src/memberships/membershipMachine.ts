import {
  PersonTransition,
  TransitionDecision,
  decideTransition,
  openActions,
} from '@synchrony/backstage-plugin-scorecards-common';

/** @public */
export const MEMBERSHIP_STATUSES = [
  'invited',
  'requested',
  'active',
  'leaving',
  'left',
  'closed',
] as const;

/**
 * Where a membership stands. `left` was in once, `closed` never was.
 *
 * @public
 */
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

/** Statuses that a membership leaves again. @public */
export const LIVE_MEMBERSHIP_STATUSES: readonly MembershipStatus[] = [
  'invited',
  'requested',
  'active',
  'leaving',
];

/** Statuses in which somebody is a member: the person has said yes. @public */
export const MEMBER_STATUSES: readonly MembershipStatus[] = [
  'active',
  'leaving',
];

/** @public */
export const MEMBERSHIP_ACTIONS = [
  'accept',
  'decline',
  'withdrawInvitation',
  'approve',
  'reject',
  'withdrawRequest',
  'announceLeave',
  'cancelLeave',
  'leave',
  'remove',
] as const;

/** What people do with a membership. @public */
export type MembershipAction = (typeof MEMBERSHIP_ACTIONS)[number];

/** What has to hold so that a person may take a transition. @public */
export type MembershipGuard =
  /** The reader is the person of whom it is. */
  | 'isPerson'
  /** The reader is somebody else: one leaves, others are taken out. */
  | 'isOther'
  /** The reader leads the team, is a deputy, or manages virtual teams. */
  | 'isLead'
  /** The catalog knows the person. */
  | 'isInCatalog'
  /** The team takes members. */
  | 'isJoinable'
  /** The date that is given lies ahead, by a year at most. */
  | 'dateIsAhead'
  /** The person does not lead the team, or somebody else does too. */
  | 'leavesALead';

/**
 * All that people can do with a membership. Nobody becomes a member without
 * their own `accept` or their own request.
 *
 * @public
 */
export const MEMBERSHIP_TRANSITIONS: readonly PersonTransition<
  MembershipStatus,
  MembershipAction,
  MembershipGuard
>[] = [
  {
    action: 'accept',
    from: ['invited'],
    to: 'active',
    guards: ['isPerson', 'isInCatalog', 'isJoinable'],
  },
  {
    action: 'decline',
    from: ['invited'],
    to: 'closed',
    guards: ['isPerson'],
  },
  {
    action: 'withdrawInvitation',
    from: ['invited'],
    to: 'closed',
    guards: ['isLead'],
  },
  {
    action: 'approve',
    from: ['requested'],
    to: 'active',
    guards: ['isLead', 'isInCatalog', 'isJoinable'],
  },
  {
    action: 'reject',
    from: ['requested'],
    to: 'closed',
    guards: ['isLead'],
  },
  {
    action: 'withdrawRequest',
    from: ['requested'],
    to: 'closed',
    guards: ['isPerson'],
  },
  {
    action: 'announceLeave',
    from: ['active'],
    to: 'leaving',
    guards: ['isPerson', 'dateIsAhead'],
  },
  {
    action: 'cancelLeave',
    from: ['leaving'],
    to: 'active',
    guards: ['isPerson', 'isInCatalog'],
  },
  {
    action: 'leave',
    from: ['active', 'leaving'],
    to: 'left',
    guards: ['isPerson', 'leavesALead'],
  },
  {
    action: 'remove',
    from: ['active', 'leaving'],
    to: 'left',
    guards: ['isLead', 'isOther', 'leavesALead'],
  },
];

/** A step of a membership that nobody takes. @public */
export interface MembershipTimeTransition {
  name: 'join' | 'expire' | 'finish' | 'termEnd' | 'userMissing' | 'teamEnded';
  from: readonly MembershipStatus[];
  to: MembershipStatus;
  /** When it is taken. */
  when: string;
}

/** What time and the catalog do to a membership, with nobody signed in. @public */
export const MEMBERSHIP_TIME_TRANSITIONS: readonly MembershipTimeTransition[] =
  [
    {
      name: 'join',
      from: ['requested'],
      to: 'active',
      when: 'at once, where the team is open to all',
    },
    {
      name: 'expire',
      from: ['invited', 'requested'],
      to: 'closed',
      when: 'nobody answered for the days of the settings',
    },
    {
      name: 'finish',
      from: ['leaving'],
      to: 'left',
      when: 'the day that was announced has come',
    },
    {
      name: 'termEnd',
      from: ['active', 'leaving'],
      to: 'left',
      when: 'the term that was agreed is over',
    },
    {
      name: 'userMissing',
      from: ['active', 'leaving'],
      to: 'left',
      when: 'the person left the catalog; the role is open again',
    },
    {
      name: 'userMissing',
      from: ['invited', 'requested'],
      to: 'closed',
      when: 'the person left the catalog',
    },
    {
      name: 'teamEnded',
      from: ['active', 'leaving'],
      to: 'left',
      when: 'the team was archived or closed',
    },
    {
      name: 'teamEnded',
      from: ['invited', 'requested'],
      to: 'closed',
      when: 'the team was archived or closed',
    },
  ];

/** What a person has to say with an action; `?` where it may be left out. @public */
export const MEMBERSHIP_ACTION_INPUTS: Record<
  MembershipAction,
  readonly ('note' | 'note?' | 'allocationPct?' | 'until')[]
> = {
  accept: ['allocationPct?'],
  decline: ['note?'],
  withdrawInvitation: ['note?'],
  approve: ['note?'],
  reject: ['note'],
  withdrawRequest: [],
  announceLeave: ['until', 'note?'],
  cancelLeave: [],
  leave: ['note?'],
  remove: ['note'],
};

/** What an action does to a membership, by the table, or why nothing. @public */
export function decideMembershipAction(
  status: MembershipStatus,
  action: MembershipAction,
  holds: Record<MembershipGuard, boolean>,
): TransitionDecision<MembershipStatus, MembershipGuard> {
  return decideTransition(MEMBERSHIP_TRANSITIONS, status, action, holds);
}

/** The actions that are open to somebody now, for buttons. @public */
export function openMembershipActions(
  status: MembershipStatus,
  holds: Record<MembershipGuard, boolean>,
): MembershipAction[] {
  return openActions(MEMBERSHIP_TRANSITIONS, status, holds);
}
