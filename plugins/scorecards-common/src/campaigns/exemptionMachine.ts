import { PersonTransition } from './transitions';

/** @public */
export const EXEMPTION_STATUSES = [
  'requested',
  'approved',
  'rejected',
  'withdrawn',
  'revoked',
  'expired',
] as const;

/** Only `approved` exempts; it becomes `expired` after its last day. @public */
export type ExemptionStatus = (typeof EXEMPTION_STATUSES)[number];

/** @public */
export const EXEMPTION_ACTIONS = [
  'approve',
  'reject',
  'withdraw',
  'revoke',
] as const;

/** @public */
export type ExemptionAction = (typeof EXEMPTION_ACTIONS)[number];

/** What has to hold so that a person may take a transition. @public */
export type ExemptionGuard = 'isRequester' | 'mayDecide' | 'otherThanRequester';

/** All that people can do with a request to be exempt. @public */
export const EXEMPTION_TRANSITIONS: readonly PersonTransition<
  ExemptionStatus,
  ExemptionAction,
  ExemptionGuard
>[] = [
  {
    action: 'approve',
    from: ['requested'],
    to: 'approved',
    guards: ['mayDecide', 'otherThanRequester'],
  },
  {
    action: 'reject',
    from: ['requested'],
    to: 'rejected',
    guards: ['mayDecide', 'otherThanRequester'],
  },
  {
    action: 'withdraw',
    from: ['requested'],
    to: 'withdrawn',
    guards: ['isRequester'],
  },
  {
    action: 'revoke',
    from: ['approved'],
    to: 'revoked',
    guards: ['mayDecide'],
  },
];

/** The step that nobody takes. @public */
export const EXEMPTION_TIME_TRANSITION = {
  name: 'expire',
  from: ['requested', 'approved'],
  to: 'expired',
  when: 'The last day (UTC) has passed',
} as const;

/** Statuses that an exemption leaves again. @public */
export const LIVE_EXEMPTION_STATUSES: readonly ExemptionStatus[] = [
  'requested',
  'approved',
];
