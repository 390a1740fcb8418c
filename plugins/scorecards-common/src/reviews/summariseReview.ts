import { levelRank } from '../scoring';
import {
  REVIEW_DECISION_KINDS,
  ReviewDecision,
  ReviewDecisionKind,
  ReviewItem,
} from './types';

/** What came of a review, of what somebody may see of it. @public */
export interface ReviewSummary {
  items: number;
  discussed: number;
  /** On the agenda, and not discussed. */
  skipped: number;
  decisions: Record<ReviewDecisionKind, number>;
  actionsOpen: number;
  actionsDone: number;
  /** Entities whose level is higher now than when the review started. */
  risen: number;
  /** Entities whose level is lower now, or that lost the scorecard. */
  fallen: number;
}

/** Which way the level of an entity went since its review started. @public */
export function levelMove({ now, then }: ReviewItem): 'up' | 'down' | 'same' {
  const move = now ? levelRank(now.level) - levelRank(then.level) : -1;
  if (move === 0) {
    return 'same';
  }
  return move > 0 ? 'up' : 'down';
}

/** Counts what came of a review. @public */
export function summariseReview(
  items: readonly ReviewItem[],
  decisions: readonly ReviewDecision[],
): ReviewSummary {
  const discussed = items.filter(({ isDiscussed }) => isDiscussed).length;
  const moves = items.map(levelMove);
  const ofStatus = (status: ReviewDecision['status']) =>
    decisions.filter(each => each.kind === 'action' && each.status === status)
      .length;
  return {
    items: items.length,
    discussed,
    skipped: items.length - discussed,
    decisions: Object.fromEntries(
      REVIEW_DECISION_KINDS.map(kind => [
        kind,
        decisions.filter(decision => decision.kind === kind).length,
      ]),
    ) as Record<ReviewDecisionKind, number>,
    actionsOpen: ofStatus('open'),
    actionsDone: ofStatus('done'),
    risen: moves.filter(move => move === 'up').length,
    fallen: moves.filter(move => move === 'down').length,
  };
}
