import { NotFoundError } from '@backstage/errors';
import {
  AgendaPreview,
  AgendaPreviewInput,
  EarlierAction,
  ReviewActionStep,
  ReviewDecision,
  ReviewDecisionInput,
  ReviewItem,
  ScorecardReview,
  ScorecardReviewAction,
  ScorecardReviewInput,
  ScorecardReviewsApi,
} from '@synchrony/backstage-plugin-scorecards-common';

/** Answers from memory, and remembers what was sent. */
export class FakeReviewsApi implements ScorecardReviewsApi {
  reviews: ScorecardReview[] = [];
  items: ReviewItem[] = [];
  decisions: ReviewDecision[] = [];
  earlier: EarlierAction[] = [];
  preview: AgendaPreview = { items: [], totalItems: 0 };
  mayManage = true;
  error?: Error;
  readonly sent: unknown[] = [];
  readonly shown: string[] = [];

  async getReviews() {
    this.#failWhenAsked();
    return { items: this.reviews, mayManage: this.mayManage, pageInfo: {} };
  }

  async getReview(id: string) {
    this.#failWhenAsked();
    const review = this.reviews.find(each => each.id === id);
    if (!review) {
      throw new NotFoundError(`No scorecard review ${id}`);
    }
    return review;
  }

  async createReview(input: ScorecardReviewInput) {
    this.sent.push(input);
    return this.reviews[0];
  }

  async updateReview(id: string, input: ScorecardReviewInput, version: number) {
    this.sent.push({ ...input, version });
    return this.getReview(id);
  }

  async actOnReview(id: string, action: ScorecardReviewAction) {
    this.sent.push({ id, action });
    return this.getReview(id);
  }

  async previewAgenda(input: AgendaPreviewInput) {
    this.sent.push(input);
    return this.preview;
  }

  async getReviewItems() {
    this.#failWhenAsked();
    return { items: this.items };
  }

  async showItem(_id: string, entityRef: string) {
    this.shown.push(entityRef);
    this.reviews = this.reviews.map(review => ({
      ...review,
      currentRef: entityRef,
    }));
  }

  async setDiscussed(_id: string, entityRef: string, isDiscussed: boolean) {
    this.items = this.items.map(item =>
      item.entityRef === entityRef ? { ...item, isDiscussed } : item,
    );
  }

  async getDecisions() {
    return { items: this.decisions };
  }

  async addDecision(
    id: string,
    entityRef: string,
    input: ReviewDecisionInput,
  ): Promise<ReviewDecision> {
    this.#failWhenAsked();
    const decision: ReviewDecision = {
      ...input,
      id: `d${this.sent.length}`,
      reviewId: id,
      entityRef,
      ...(input.kind === 'action' && { status: 'open' }),
      version: 1,
      createdBy: 'user:default/guest',
      createdAt: '2026-11-26T10:00:00Z',
      steps: input.kind === 'action' ? ['complete'] : [],
      mayEdit: true,
    };
    this.sent.push({ ...input, entityRef });
    this.decisions = [...this.decisions, decision];
    return decision;
  }

  async updateDecision(
    _id: string,
    decisionId: string,
    input: ReviewDecisionInput,
    version: number,
  ) {
    this.sent.push({ ...input, decisionId, version });
    return this.decisions[0];
  }

  async removeDecision(_id: string, decisionId: string) {
    this.decisions = this.decisions.filter(({ id }) => id !== decisionId);
  }

  async stepAction(_id: string, decisionId: string, action: ReviewActionStep) {
    this.sent.push({ decisionId, action });
    return this.decisions[0];
  }

  async getEarlierActions() {
    return { items: this.earlier };
  }

  #failWhenAsked() {
    if (this.error) {
      throw this.error;
    }
  }
}
