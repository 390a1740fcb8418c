import { ScorecardReviewScope } from '@synchrony/backstage-plugin-scorecards-common';
import { hashOf } from '@synchrony/backstage-plugin-scorecards-node';

/** Names a series: reviews of the same scorecard and scope, however written. */
export function scopeKeyOf(
  scorecardId: string,
  scope: ScorecardReviewScope,
): string {
  const fields = Object.entries(scope)
    .filter(([, values]) => values && values.length > 0)
    .map(([field, values]) => [field, [...new Set<string>(values)].sort()]);
  return hashOf({ scorecardId, scope: Object.fromEntries(fields) });
}
