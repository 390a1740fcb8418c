import {
  ReviewDecisionKind,
  ScorecardReviewAction,
  ScorecardReviewScope,
  ScorecardReviewStatus,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount } from '@synchrony/ui';
import { scopeText } from '../Campaigns/words';

export const REVIEW_STATUS_WORDS: Record<ScorecardReviewStatus, string> = {
  planned: 'Planned',
  running: 'Running',
  ended: 'Ended',
  cancelled: 'Cancelled',
};

export const REVIEW_ACTION_WORDS: Record<ScorecardReviewAction, string> = {
  start: 'Start the review',
  end: 'End the review',
  cancel: 'Cancel it',
};

export const KIND_WORDS: Record<ReviewDecisionKind, string> = {
  action: 'Action',
  waiver: 'Waiver',
  note: 'Note',
};

/** Which components a review is about. */
export function reviewScopeText(scope: ScorecardReviewScope): string {
  const { entities, within, ...rest } = scope;
  const others = scopeText({
    ...rest,
    ...(within && {
      within: within.length > 0 ? within : ['something that you can’t see'],
    }),
  });
  if (!entities) {
    return others;
  }
  const chosen = formatCount(entities.length, 'chosen component');
  return within || Object.keys(rest).length > 0
    ? `${chosen} · ${others}`
    : chosen;
}
