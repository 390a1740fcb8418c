import { useApi } from '@backstage/frontend-plugin-api';
import {
  ReviewItem,
  ScorecardReview,
} from '@synchrony/backstage-plugin-scorecards-common';
import { useEffect, useRef } from 'react';
import { useRequest } from '@synchrony/ui';
import { reviewsApiRef } from '../../api';
import { useReviewAddress } from './useReviewAddress';

/** Which component of the agenda is on screen. */
export interface ShownItem {
  index: number;
  show: (index: number) => void;
  /** Whether it is what the facilitator shows, whatever that is. */
  isFollowing: boolean;
  follow: () => void;
  /** Why those who follow do not see it. */
  problem?: string;
}

/**
 * The facilitator leads: what they show is kept by the back end, so that others
 * follow it and a reload comes back to it. Everybody else may look around.
 */
export function useShownItem(
  review: ScorecardReview,
  items: ReviewItem[],
): ShownItem {
  const { address, change } = useReviewAddress();
  const api = useApi(reviewsApiRef);
  const { problem, send } = useRequest();
  const { currentRef, id, isFacilitator, mayRecord } = review;
  const leads = isFacilitator && mayRecord;
  const shownRef = address.service ?? currentRef;
  const index = Math.max(
    0,
    items.findIndex(({ entityRef }) => entityRef === shownRef),
  );
  const firstRef = items[index].entityRef;
  const isAnnounced = useRef(false);

  useEffect(() => {
    if (!leads || isAnnounced.current) {
      return;
    }
    isAnnounced.current = true;
    if (firstRef !== currentRef) {
      // Should it fail, the next step shows where the facilitator is.
      api.showItem(id, firstRef).catch(() => undefined);
    }
  }, [api, currentRef, firstRef, id, leads]);

  return {
    index,
    isFollowing: address.service === undefined,
    follow: () => change({ service: undefined }),
    show: next => {
      const { entityRef } = items[next];
      change({ service: entityRef });
      if (leads) {
        send(() => api.showItem(id, entityRef));
      }
    },
    ...(leads && { problem: problem?.message }),
  };
}
