import { createApiRef } from '@backstage/frontend-plugin-api';
import { ScorecardReviewsApi } from '@synchrony/backstage-plugin-scorecards-common';

/** Scorecard reviews. */
export const reviewsApiRef = createApiRef<ScorecardReviewsApi>().with({
  id: 'plugin.scorecards.reviews',
  pluginId: 'scorecards',
});
