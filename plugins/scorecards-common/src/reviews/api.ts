import { ReviewActionStep } from './actionMachine';
import { ScorecardReviewAction } from './reviewMachine';
import {
  AgendaPreview,
  AgendaPreviewInput,
  EarlierActions,
  OpenReviewActions,
  ReviewDecision,
  ReviewDecisionInput,
  ReviewDecisions,
  ReviewItems,
  ScorecardReview,
  ScorecardReviewInput,
  ScorecardReviewsPage,
  ScorecardReviewsQuery,
} from './types';

/**
 * Scorecard reviews over HTTP.
 *
 * @public
 */
export interface ScorecardReviewsApi {
  /** `GET /reviews` */
  getReviews(query: ScorecardReviewsQuery): Promise<ScorecardReviewsPage>;
  /** `GET /reviews/{id}` */
  getReview(id: string): Promise<ScorecardReview>;
  /** `POST /reviews` */
  createReview(input: ScorecardReviewInput): Promise<ScorecardReview>;
  /** `PUT /reviews/{id}`; `ConflictError` when it changed since `version`. */
  updateReview(
    id: string,
    input: ScorecardReviewInput,
    version: number,
  ): Promise<ScorecardReview>;
  /** `POST /reviews/{id}/actions` */
  actOnReview(
    id: string,
    action: ScorecardReviewAction,
  ): Promise<ScorecardReview>;
  /** `POST /reviews/preview` */
  previewAgenda(input: AgendaPreviewInput): Promise<AgendaPreview>;
  /** `GET /reviews/{id}/items` */
  getReviewItems(id: string): Promise<ReviewItems>;
  /** `PUT /reviews/{id}/position` */
  showItem(id: string, entityRef: string): Promise<void>;
  /** `PUT /reviews/{id}/discussed` */
  setDiscussed(
    id: string,
    entityRef: string,
    isDiscussed: boolean,
  ): Promise<void>;
  /** `GET /reviews/{id}/decisions` */
  getDecisions(id: string): Promise<ReviewDecisions>;
  /** `POST /reviews/{id}/decisions`; the entity counts as discussed then. */
  addDecision(
    id: string,
    entityRef: string,
    input: ReviewDecisionInput,
  ): Promise<ReviewDecision>;
  /** `PUT /reviews/{id}/decisions/{decisionId}` */
  updateDecision(
    id: string,
    decisionId: string,
    input: ReviewDecisionInput,
    version: number,
  ): Promise<ReviewDecision>;
  /** `DELETE /reviews/{id}/decisions/{decisionId}` */
  removeDecision(
    id: string,
    decisionId: string,
    version: number,
  ): Promise<void>;
  /** `POST /reviews/{id}/decisions/{decisionId}/actions` */
  stepAction(
    id: string,
    decisionId: string,
    action: ReviewActionStep,
  ): Promise<ReviewDecision>;
  /** `GET /reviews/{id}/open-actions` */
  getEarlierActions(id: string): Promise<EarlierActions>;
}

/** Following what reviews left open, of many entities at once. @public */
export interface OpenReviewActionsApi {
  /** `POST /reviews/open-actions`; up to {@link MAX_OPEN_ACTION_ENTITIES}. */
  getOpenActions(entityRefs: string[]): Promise<OpenReviewActions>;
}
