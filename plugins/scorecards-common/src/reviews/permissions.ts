import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Scorecard reviews: what was looked at, and levels then and now. What was
 * decided about an entity is open to those who may read its evidence.
 *
 * @public
 */
export const scorecardReviewReadPermission = createPermission({
  name: 'scorecards.review.read',
  attributes: { action: 'read' },
});

/** Planning scorecard reviews, and running those of others. @public */
export const scorecardReviewManagePermission = createPermission({
  name: 'scorecards.review.manage',
  attributes: { action: 'update' },
});
