import {
  PersonTransition,
  TransitionDecision,
  decideTransition,
  openActions,
} from '@synchrony/backstage-plugin-scorecards-common';

/** @public */
export const ASSIGNMENT_STATUSES = [
  'nominated',
  'accepted',
  'onboarding',
  'active',
  'stepping_down',
  'lapsed',
  'ended',
  'closed',
] as const;

/**
 * Where an assignment stands. Only `nominated` was not agreed to by the
 * person; `closed` never was, `ended` was once.
 *
 * @public
 */
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

/** Statuses that an assignment leaves again. @public */
export const LIVE_ASSIGNMENT_STATUSES: readonly AssignmentStatus[] = [
  'nominated',
  'accepted',
  'onboarding',
  'active',
  'stepping_down',
  'lapsed',
];

/** Statuses in which everybody may know of it: the person has said yes. @public */
export const PUBLIC_ASSIGNMENT_STATUSES: readonly AssignmentStatus[] = [
  'accepted',
  'onboarding',
  'active',
  'stepping_down',
];

/** Statuses that decide whether a scope is covered. @public */
export const COUNTED_ASSIGNMENT_STATUSES: readonly AssignmentStatus[] = [
  'active',
  'stepping_down',
  'lapsed',
];

/** @public */
export const ASSIGNMENT_ACTIONS = [
  'accept',
  'decline',
  'withdrawNomination',
  'agreeCapacity',
  'activate',
  'reconfirm',
  'announceStepDown',
  'cancelStepDown',
  'handOver',
  'withdraw',
  'remove',
] as const;

/** What people do with an assignment. @public */
export type AssignmentAction = (typeof ASSIGNMENT_ACTIONS)[number];

/** What has to hold so that a person may take a transition. @public */
export type AssignmentGuard =
  /** The reader is the person who is to be, or is, champion. */
  | 'isNominee'
  /** The reader nominated the person, or runs the programme. */
  | 'isNominatorOrCaptain'
  /** The reader leads the scope or runs the programme, and is not the nominee. */
  | 'mayAgree'
  /** The reader runs the programme. */
  | 'isCaptain'
  /** The nominee, or who runs the programme. */
  | 'isNomineeOrCaptain'
  /** The catalog knows the person, and the scope. */
  | 'isInCatalog'
  /** The date that is given lies ahead, by a year at most. */
  | 'dateIsAhead'
  /** Who is to follow is active for the same scope; a yes alone is not enough. */
  | 'successorStands';

/**
 * All that people can do with an assignment. Nobody becomes a champion without
 * `accept`, which only the person can take, and `withdraw` is open to the
 * person at any time.
 *
 * @public
 */
export const ASSIGNMENT_TRANSITIONS: readonly PersonTransition<
  AssignmentStatus,
  AssignmentAction,
  AssignmentGuard
>[] = [
  {
    action: 'accept',
    from: ['nominated'],
    to: 'accepted',
    guards: ['isNominee', 'isInCatalog'],
  },
  {
    action: 'decline',
    from: ['nominated'],
    to: 'closed',
    guards: ['isNominee'],
  },
  {
    action: 'withdrawNomination',
    from: ['nominated'],
    to: 'closed',
    guards: ['isNominatorOrCaptain'],
  },
  {
    action: 'agreeCapacity',
    from: ['accepted'],
    to: 'onboarding',
    guards: ['mayAgree'],
  },
  {
    action: 'activate',
    from: ['onboarding'],
    to: 'active',
    guards: ['isCaptain', 'isInCatalog'],
  },
  {
    action: 'reconfirm',
    from: ['active', 'lapsed'],
    to: 'active',
    guards: ['isNominee', 'isInCatalog'],
  },
  {
    action: 'announceStepDown',
    from: ['active'],
    to: 'stepping_down',
    guards: ['isNominee', 'dateIsAhead'],
  },
  {
    action: 'cancelStepDown',
    from: ['stepping_down'],
    to: 'active',
    guards: ['isNominee', 'isInCatalog'],
  },
  {
    action: 'handOver',
    from: ['active', 'stepping_down', 'lapsed'],
    to: 'ended',
    guards: ['isNomineeOrCaptain', 'successorStands'],
  },
  {
    action: 'withdraw',
    from: ['accepted', 'onboarding', 'active', 'stepping_down', 'lapsed'],
    to: 'ended',
    guards: ['isNominee'],
  },
  {
    action: 'remove',
    from: ['accepted', 'onboarding', 'active', 'stepping_down', 'lapsed'],
    to: 'ended',
    guards: ['isCaptain'],
  },
];

/** A step of an assignment that nobody takes. @public */
export interface AssignmentTimeTransition {
  name:
    | 'expire'
    | 'settle'
    | 'activate'
    | 'lapse'
    | 'leave'
    | 'finish'
    | 'end'
    | 'undeclare';
  from: readonly AssignmentStatus[];
  to: AssignmentStatus;
  /** When it is taken. */
  when: string;
}

/**
 * What time and the catalog do to an assignment, with nobody signed in. The
 * days are those of the programme's settings.
 *
 * @public
 */
export const ASSIGNMENT_TIME_TRANSITIONS: readonly AssignmentTimeTransition[] =
  [
    {
      name: 'expire',
      from: ['nominated'],
      to: 'closed',
      when: 'nobody answered for the days of a nomination',
    },
    {
      name: 'settle',
      from: ['nominated'],
      to: 'closed',
      when: 'the person answered for the same scope, asked by somebody else',
    },
    {
      name: 'activate',
      from: ['onboarding'],
      to: 'active',
      when: 'the person reached the level that a champion needs',
    },
    {
      name: 'lapse',
      from: ['active', 'stepping_down'],
      to: 'lapsed',
      when: 'the person did not confirm in time, left the group of the scope, or left the catalog',
    },
    {
      name: 'leave',
      from: ['accepted', 'onboarding'],
      to: 'ended',
      when: 'the person left the catalog before becoming active',
    },
    {
      name: 'finish',
      from: ['stepping_down'],
      to: 'ended',
      when: 'the day that was announced has come',
    },
    {
      name: 'end',
      from: ['lapsed'],
      to: 'ended',
      when: 'it had been lapsed for the days of the settings',
    },
    {
      name: 'undeclare',
      from: [
        'nominated',
        'accepted',
        'onboarding',
        'active',
        'stepping_down',
        'lapsed',
      ],
      to: 'ended',
      when: 'it was declared in the catalog, and is not any more, or the scope left the catalog',
    },
  ];

/** What a person has to say with an action; `?` where it may be left out. @public */
export const ASSIGNMENT_ACTION_INPUTS: Record<
  AssignmentAction,
  readonly (
    | 'note'
    | 'note?'
    | 'capacityPct'
    | 'capacityPct?'
    | 'endsAt'
    | 'successor?'
    | 'successor'
  )[]
> = {
  accept: ['capacityPct?'],
  decline: ['note?'],
  withdrawNomination: ['note?'],
  agreeCapacity: ['capacityPct'],
  activate: ['note'],
  reconfirm: [],
  announceStepDown: ['endsAt', 'successor?', 'note?'],
  cancelStepDown: [],
  handOver: ['successor'],
  withdraw: ['note?'],
  remove: ['note'],
};

/** What an action does to an assignment, by the table, or why nothing. @public */
export function decideAssignmentAction(
  status: AssignmentStatus,
  action: AssignmentAction,
  holds: Record<AssignmentGuard, boolean>,
): TransitionDecision<AssignmentStatus, AssignmentGuard> {
  return decideTransition(ASSIGNMENT_TRANSITIONS, status, action, holds);
}

/** The actions that are open to somebody now, for buttons. @public */
export function openAssignmentActions(
  status: AssignmentStatus,
  holds: Record<AssignmentGuard, boolean>,
): AssignmentAction[] {
  return openActions(ASSIGNMENT_TRANSITIONS, status, holds);
}
