/** @public */
export const WAIVER_STATUSES = [
  'requested',
  'approved',
  'active',
  'expiring',
  'expired',
  'rejected',
  'withdrawn',
  'revoked',
  'fulfilled',
] as const;

/**
 * Where a waiver stands. `approved` waits for its start; `active` and
 * `expiring` hide something; the rest has ended.
 *
 * @public
 */
export type WaiverStatus = (typeof WAIVER_STATUSES)[number];

/** Statuses that a waiver leaves again. @public */
export const LIVE_WAIVER_STATUSES: readonly WaiverStatus[] = [
  'requested',
  'approved',
  'active',
  'expiring',
];

/** Statuses in which a waiver has its effect. @public */
export const EFFECTIVE_WAIVER_STATUSES: readonly WaiverStatus[] = [
  'active',
  'expiring',
];

/** Days before its end from which on a waiver is `expiring`. @public */
export const EXPIRING_DAYS = 14;

/** What people do with a waiver. @public */
export const WAIVER_ACTIONS = [
  'approve',
  'reject',
  'withdraw',
  'revoke',
  'renew',
] as const;

/** @public */
export type WaiverAction = (typeof WAIVER_ACTIONS)[number];

/** What stands in the decision log of a waiver. @public */
export const WAIVER_EVENT_KINDS = [
  'requested',
  'approved',
  'rejected',
  'withdrawn',
  'activated',
  'expiring',
  'expired',
  'revoked',
  'fulfilled',
  'renewed',
] as const;

/** @public */
export type WaiverEventKind = (typeof WAIVER_EVENT_KINDS)[number];

/** What has to hold so that a person may take a transition. @public */
export type WaiverGuard =
  | 'isRequester'
  | 'otherThanRequester'
  | 'approvedNothingYet'
  | 'holdsMissingRole'
  | 'isLastApproval'
  | 'isNotLastApproval'
  | 'mayDecide'
  | 'mayEnd'
  | 'mayRequest'
  | 'notRenewed';

/** A step of a waiver that a person takes. @public */
export interface WaiverTransition {
  action: WaiverAction;
  from: readonly WaiverStatus[];
  /** Absent where the waiver stays in its status. */
  to?: WaiverStatus;
  guards: readonly WaiverGuard[];
  /** As what it stands in the log. */
  event: WaiverEventKind;
}

/** A step of a waiver that nobody takes. @public */
export interface WaiverTimeTransition {
  name: 'activate' | 'expire' | 'warn' | 'revoke' | 'fulfil';
  from: readonly WaiverStatus[];
  to: WaiverStatus;
  /** When it is taken. */
  when: string;
  event: WaiverEventKind;
}

/**
 * All that people can do with a waiver. The service, the API's document and
 * the buttons on screen read this table.
 *
 * @public
 */
export const WAIVER_TRANSITIONS: readonly WaiverTransition[] = [
  {
    action: 'approve',
    from: ['requested'],
    to: 'approved',
    guards: [
      'otherThanRequester',
      'approvedNothingYet',
      'holdsMissingRole',
      'isLastApproval',
    ],
    event: 'approved',
  },
  {
    action: 'approve',
    from: ['requested'],
    guards: [
      'otherThanRequester',
      'approvedNothingYet',
      'holdsMissingRole',
      'isNotLastApproval',
    ],
    event: 'approved',
  },
  {
    action: 'reject',
    from: ['requested'],
    to: 'rejected',
    guards: ['otherThanRequester', 'mayDecide'],
    event: 'rejected',
  },
  {
    action: 'withdraw',
    from: ['requested'],
    to: 'withdrawn',
    guards: ['isRequester'],
    event: 'withdrawn',
  },
  {
    action: 'revoke',
    from: ['approved', 'active', 'expiring'],
    to: 'revoked',
    guards: ['mayEnd'],
    event: 'revoked',
  },
  {
    action: 'renew',
    from: ['active', 'expiring', 'expired'],
    guards: ['mayRequest', 'notRenewed'],
    event: 'renewed',
  },
];

/**
 * What time and scans do to a waiver, with nobody signed in.
 *
 * @public
 */
export const WAIVER_TIME_TRANSITIONS: readonly WaiverTimeTransition[] = [
  {
    name: 'activate',
    from: ['approved'],
    to: 'active',
    when: 'its start has come',
    event: 'activated',
  },
  {
    name: 'warn',
    from: ['active'],
    to: 'expiring',
    when: `its end is at most ${EXPIRING_DAYS} days away`,
    event: 'expiring',
  },
  {
    name: 'expire',
    from: ['requested', 'approved', 'active', 'expiring'],
    to: 'expired',
    when: 'its end has come',
    event: 'expired',
  },
  {
    name: 'revoke',
    from: ['active', 'expiring'],
    to: 'revoked',
    when: 'all findings that it names and that are left became worse than what was approved, or known to be exploited',
    event: 'revoked',
  },
  {
    name: 'fulfil',
    from: ['active', 'expiring'],
    to: 'fulfilled',
    when: 'all findings that it names are resolved',
    event: 'fulfilled',
  },
];

/** What a person has to say with an action. @public */
export const WAIVER_ACTION_INPUTS: Record<
  WaiverAction,
  readonly ('text' | 'expiresAt')[]
> = {
  approve: [],
  reject: ['text'],
  withdraw: [],
  revoke: ['text'],
  renew: ['text', 'expiresAt'],
};

/** Renewals after which the next harder approval is needed. @public */
export const RENEWALS_AT_ONE_LEVEL = 2;
