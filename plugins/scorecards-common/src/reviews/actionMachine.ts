import { PersonTransition } from '../campaigns';

/** @public */
export const REVIEW_ACTION_STATUSES = ['open', 'done'] as const;

/** Where an action that a review decided on stands. @public */
export type ReviewActionStatus = (typeof REVIEW_ACTION_STATUSES)[number];

/** @public */
export const REVIEW_ACTION_STEPS = ['complete', 'reopen'] as const;

/** @public */
export type ReviewActionStep = (typeof REVIEW_ACTION_STEPS)[number];

/** What has to hold so that a person may take a step. @public */
export type ReviewActionGuard = 'ownsOrRuns';

/** Its owner closes an action, or who runs the review that decided on it. @public */
export const REVIEW_ACTION_TRANSITIONS: readonly PersonTransition<
  ReviewActionStatus,
  ReviewActionStep,
  ReviewActionGuard
>[] = [
  { action: 'complete', from: ['open'], to: 'done', guards: ['ownsOrRuns'] },
  { action: 'reopen', from: ['done'], to: 'open', guards: ['ownsOrRuns'] },
];
