import { PersonTransition } from '../campaigns';

/** @public */
export const SCORECARD_REVIEW_STATUSES = [
  'planned',
  'running',
  'ended',
  'cancelled',
] as const;

/** @public */
export type ScorecardReviewStatus = (typeof SCORECARD_REVIEW_STATUSES)[number];

/** @public */
export const SCORECARD_REVIEW_ACTIONS = ['start', 'end', 'cancel'] as const;

/** @public */
export type ScorecardReviewAction = (typeof SCORECARD_REVIEW_ACTIONS)[number];

/**
 * What has to hold so that a person may take a transition: the facilitator of
 * a review runs it, and so does whoever manages reviews.
 *
 * @public
 */
export type ScorecardReviewGuard = 'mayRun';

/** All that people can do with a review, besides editing it. @public */
export const SCORECARD_REVIEW_TRANSITIONS: readonly PersonTransition<
  ScorecardReviewStatus,
  ScorecardReviewAction,
  ScorecardReviewGuard
>[] = [
  { action: 'start', from: ['planned'], to: 'running', guards: ['mayRun'] },
  { action: 'end', from: ['running'], to: 'ended', guards: ['mayRun'] },
  {
    action: 'cancel',
    from: ['planned', 'running'],
    to: 'cancelled',
    guards: ['mayRun'],
  },
];

/** Statuses in which a review can still be changed. @public */
export const EDITABLE_SCORECARD_REVIEW_STATUSES: readonly ScorecardReviewStatus[] =
  ['planned', 'running'];
