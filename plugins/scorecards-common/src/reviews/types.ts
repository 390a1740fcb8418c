import { CampaignScope } from '../campaigns';
import { EarnedLevel, Level, Outcome } from '../types';
import { ReviewActionStatus, ReviewActionStep } from './actionMachine';
import { ScorecardReviewAction, ScorecardReviewStatus } from './reviewMachine';

/** As many entities a review takes: it is a meeting. @public */
export const MAX_REVIEW_ITEMS = 200;

/** As many decisions a review takes. @public */
export const MAX_REVIEW_DECISIONS = 1_000;

/**
 * Which entities a review is about: of those with the scorecard, the ones that
 * fit every given field.
 *
 * @public
 */
export interface ScorecardReviewScope extends CampaignScope {
  /** Only these. */
  entities?: string[];
}

/** What people say of a review. @public */
export interface ScorecardReviewInput {
  title: string;
  scorecardId: string;
  scope: ScorecardReviewScope;
  /** Ref of the user who runs it. */
  facilitator: string;
  /** Refs of users. */
  participants?: string[];
  /** `YYYY-MM-DD`. */
  plannedFor?: string;
}

/** @public */
export interface ScorecardReview extends ScorecardReviewInput {
  id: string;
  status: ScorecardReviewStatus;
  /** Grows with every change; a change names the one that it is of. */
  version: number;
  createdBy: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  startedAt?: string;
  /** ISO 8601; once it has ended or was cancelled. */
  endedAt?: string;
  /** What the caller may do with it now. */
  actions: ScorecardReviewAction[];
  mayEdit: boolean;
  /** Whether the caller may record decisions now. */
  mayRecord: boolean;
  isFacilitator: boolean;
  /** The entity that the facilitator shows; absent when it is not visible. */
  currentRef?: string;
  /** The last review of the same scope that ended before this one. */
  previous?: ScorecardReviewLink;
}

/** @public */
export interface ScorecardReviewLink {
  id: string;
  title: string;
  /** ISO 8601. */
  startedAt: string;
}

/** @public */
export interface ScorecardReviewsQuery {
  status?: ScorecardReviewStatus[];
  cursor?: string;
  limit?: number;
}

/** Answer of `GET /reviews`, newest first. @public */
export interface ScorecardReviewsPage {
  items: ScorecardReview[];
  /** Whether the caller may plan reviews. */
  mayManage: boolean;
  pageInfo: { nextCursor?: string };
}

/** A required check that did not pass. @public */
export interface ReviewedCheck {
  checkId: string;
  title: string;
  /** As everybody may see it: of a sensitive check only that it does not pass. */
  outcome: Outcome;
  needsAttention?: boolean;
  requiredFor: EarnedLevel;
}

/** Where an entity stood when its review started, as everybody may see it. @public */
export interface ReviewSnapshot {
  level: Level;
  targetLevel?: EarnedLevel;
  scoreLow?: number;
  scoreHigh?: number;
  /** Those up to the target, or up to the next level where that is reached. */
  failing: ReviewedCheck[];
}

/** An entity on the agenda of a review. @public */
export interface ReviewItem {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  tier?: string;
  then: ReviewSnapshot;
  /** Absent when it has the scorecard no more. */
  now?: { level: Level; scoreLow?: number };
  isDiscussed: boolean;
  /** Whether decisions about it are withheld from the caller. */
  redacted: boolean;
}

/**
 * Answer of `GET /reviews/{id}/items`, in the order of the agenda; none before
 * the review starts.
 *
 * @public
 */
export interface ReviewItems {
  items: ReviewItem[];
}

/** @public */
export const REVIEW_DECISION_KINDS = ['action', 'waiver', 'note'] as const;

/** @public */
export type ReviewDecisionKind = (typeof REVIEW_DECISION_KINDS)[number];

/** What people say of a decision. @public */
export interface ReviewDecisionInput {
  kind: ReviewDecisionKind;
  text: string;
  /** Id of a check of the scorecard; a waiver names one. */
  checkId?: string;
  /** Ref of a user or a group; an action has one. */
  ownerRef?: string;
  /** `YYYY-MM-DD`; an action has one. */
  dueDate?: string;
  /** Id of the waiver that was asked for; a waiver has one. */
  waiverId?: string;
}

/** A decision that the caller may read. @public */
export interface ReviewDecision extends ReviewDecisionInput {
  id: string;
  reviewId: string;
  entityRef: string;
  checkTitle?: string;
  /** Of an action. */
  status?: ReviewActionStatus;
  /** ISO 8601. */
  doneAt?: string;
  doneBy?: string;
  version: number;
  createdBy: string;
  /** ISO 8601. */
  createdAt: string;
  /** What the caller may do with an action now. */
  steps: ReviewActionStep[];
  /** Whether the caller may change or remove it now. */
  mayEdit: boolean;
}

/** Answer of `GET /reviews/{id}/decisions`, oldest first. @public */
export interface ReviewDecisions {
  items: ReviewDecision[];
}

/** An action of an earlier review that is still open. @public */
export interface EarlierAction extends ReviewDecision {
  reviewTitle: string;
}

/**
 * Answer of `GET /reviews/{id}/open-actions`: of reviews of the same scope that
 * ended before, those that are due first.
 *
 * @public
 */
export interface EarlierActions {
  items: EarlierAction[];
}

/** Entities that one question about open actions may name. @public */
export const MAX_OPEN_ACTION_ENTITIES = 2000;

/** Open actions that one answer shows. @public */
export const MAX_OPEN_ACTIONS = 50;

/**
 * Answer of `POST /reviews/open-actions`: of reviews that ended, about the
 * entities that were asked for, those that are due first.
 *
 * @public
 */
export interface OpenReviewActions {
  /** The first {@link MAX_OPEN_ACTIONS}. */
  items: EarlierAction[];
  /** How many the caller may see. */
  count: number;
  /** Set when there is more than was counted. */
  countIsLowerBound?: boolean;
}

/** An entity as it would come on the agenda. @public */
export type AgendaEntry = Pick<
  ReviewItem,
  'entityRef' | 'title' | 'ownerRef' | 'tier'
> &
  Pick<ReviewSnapshot, 'level' | 'targetLevel' | 'scoreLow'>;

/** What the agenda of a review would be, as the caller may see it. @public */
export interface AgendaPreview {
  /** In the order of the agenda; at most {@link MAX_REVIEW_ITEMS}. */
  items: AgendaEntry[];
  totalItems: number;
  /** Set when there is more than was counted. */
  totalIsLowerBound?: boolean;
}

/** @public */
export type AgendaPreviewInput = Pick<
  ScorecardReviewInput,
  'scorecardId' | 'scope'
>;

/** Signals on this channel name a review that changed, and nothing else. @public */
export const SCORECARD_REVIEWS_SIGNAL_CHANNEL = 'scorecards:reviews';

/** Message on {@link SCORECARD_REVIEWS_SIGNAL_CHANNEL}. @public */
export type ScorecardReviewsSignal = { reviewId: string };
