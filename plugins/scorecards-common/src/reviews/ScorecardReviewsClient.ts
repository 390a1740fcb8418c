import { ResponseError } from '@backstage/errors';
import { ScorecardsClientOptions } from '../ScorecardsClient';
import { ReviewActionStep } from './actionMachine';
import { OpenReviewActionsApi, ScorecardReviewsApi } from './api';
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

function pathOf(id: string, ...rest: string[]): string {
  return ['/reviews', ...[id, ...rest].map(encodeURIComponent)].join('/');
}

/**
 * Scorecard reviews over HTTP.
 *
 * @public
 */
export class ScorecardReviewsClient
  implements OpenReviewActionsApi, ScorecardReviewsApi
{
  readonly #options: ScorecardsClientOptions;

  constructor(options: ScorecardsClientOptions) {
    this.#options = options;
  }

  getReviews(query: ScorecardReviewsQuery): Promise<ScorecardReviewsPage> {
    const { cursor, limit, status = [] } = query;
    const parameters = new URLSearchParams({
      ...(cursor !== undefined && { cursor }),
      ...(limit !== undefined && { limit: String(limit) }),
    });
    status.forEach(each => parameters.append('status', each));
    const suffix = parameters.size > 0 ? `?${parameters}` : '';
    return this.#read('GET', `/reviews${suffix}`);
  }

  getReview(id: string): Promise<ScorecardReview> {
    return this.#read('GET', pathOf(id));
  }

  createReview(input: ScorecardReviewInput): Promise<ScorecardReview> {
    return this.#read('POST', '/reviews', input);
  }

  updateReview(
    id: string,
    input: ScorecardReviewInput,
    version: number,
  ): Promise<ScorecardReview> {
    return this.#read('PUT', pathOf(id), { ...input, version });
  }

  actOnReview(
    id: string,
    action: ScorecardReviewAction,
  ): Promise<ScorecardReview> {
    return this.#read('POST', pathOf(id, 'actions'), { action });
  }

  previewAgenda(input: AgendaPreviewInput): Promise<AgendaPreview> {
    return this.#read('POST', '/reviews/preview', input);
  }

  getReviewItems(id: string): Promise<ReviewItems> {
    return this.#read('GET', pathOf(id, 'items'));
  }

  async showItem(id: string, entityRef: string): Promise<void> {
    await this.#call('PUT', pathOf(id, 'position'), { entityRef });
  }

  async setDiscussed(
    id: string,
    entityRef: string,
    isDiscussed: boolean,
  ): Promise<void> {
    await this.#call('PUT', pathOf(id, 'discussed'), {
      entityRef,
      isDiscussed,
    });
  }

  getDecisions(id: string): Promise<ReviewDecisions> {
    return this.#read('GET', pathOf(id, 'decisions'));
  }

  addDecision(
    id: string,
    entityRef: string,
    input: ReviewDecisionInput,
  ): Promise<ReviewDecision> {
    return this.#read('POST', pathOf(id, 'decisions'), {
      ...input,
      entityRef,
    });
  }

  updateDecision(
    id: string,
    decisionId: string,
    input: ReviewDecisionInput,
    version: number,
  ): Promise<ReviewDecision> {
    return this.#read('PUT', pathOf(id, 'decisions', decisionId), {
      ...input,
      version,
    });
  }

  async removeDecision(
    id: string,
    decisionId: string,
    version: number,
  ): Promise<void> {
    await this.#call(
      'DELETE',
      `${pathOf(id, 'decisions', decisionId)}?version=${version}`,
    );
  }

  stepAction(
    id: string,
    decisionId: string,
    action: ReviewActionStep,
  ): Promise<ReviewDecision> {
    return this.#read('POST', pathOf(id, 'decisions', decisionId, 'actions'), {
      action,
    });
  }

  getEarlierActions(id: string): Promise<EarlierActions> {
    return this.#read('GET', pathOf(id, 'open-actions'));
  }

  getOpenActions(entityRefs: string[]): Promise<OpenReviewActions> {
    return this.#read('POST', '/reviews/open-actions', { entityRefs });
  }

  async #read<T>(method: string, path: string, body?: object): Promise<T> {
    return (await this.#call(method, path, body)).json();
  }

  async #call(method: string, path: string, body?: object): Promise<Response> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('scorecards');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      ...(body && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
