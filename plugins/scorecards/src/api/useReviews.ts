import { useApi } from '@backstage/frontend-plugin-api';
import {
  AgendaPreview,
  AgendaPreviewInput,
  EarlierActions,
  ReviewDecisions,
  ReviewItems,
  SCORECARD_REVIEWS_SIGNAL_CHANNEL,
  ScorecardReview,
  ScorecardReviewsPage,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { reviewsApiRef } from './reviewsApiRef';

/** Who follows a review without signals is not left far behind. */
const FOLLOW_POLL_MS = 15_000;

function follow(id: string) {
  return {
    channel: SCORECARD_REVIEWS_SIGNAL_CHANNEL,
    concerns: (message: { reviewId?: unknown }) => message.reviewId === id,
    pollMs: FOLLOW_POLL_MS,
  };
}

export function useReviewList(
  cursor: string | undefined,
): LiveData<ScorecardReviewsPage> {
  const api = useApi(reviewsApiRef);
  return useLiveData({
    key: cursor ?? '',
    load: () => api.getReviews({ cursor, limit: 25 }),
  });
}

export function useReview(id: string): LiveData<ScorecardReview> {
  const api = useApi(reviewsApiRef);
  return useLiveData({
    key: id,
    load: () => api.getReview(id),
    ...follow(id),
  });
}

export function useReviewItems(id: string): LiveData<ReviewItems> {
  const api = useApi(reviewsApiRef);
  return useLiveData({
    key: id,
    load: () => api.getReviewItems(id),
    ...follow(id),
  });
}

export function useReviewDecisions(id: string): LiveData<ReviewDecisions> {
  const api = useApi(reviewsApiRef);
  return useLiveData({
    key: id,
    load: () => api.getDecisions(id),
    ...follow(id),
  });
}

/** What earlier reviews of the same scope left open. */
export function useEarlierActions(id: string): LiveData<EarlierActions> {
  const api = useApi(reviewsApiRef);
  return useLiveData({ key: id, load: () => api.getEarlierActions(id) });
}

export function useAgendaPreview(
  input: AgendaPreviewInput,
): LiveData<AgendaPreview> {
  const api = useApi(reviewsApiRef);
  return useLiveData({
    key: JSON.stringify(input),
    load: () => api.previewAgenda(input),
  });
}
