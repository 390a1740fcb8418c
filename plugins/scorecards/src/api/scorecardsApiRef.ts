import { createApiRef } from '@backstage/frontend-plugin-api';
import { ScorecardsApi } from '@synchrony/backstage-plugin-scorecards-common';

/**
 * Reads scorecards.
 *
 * @public
 */
export const scorecardsApiRef = createApiRef<ScorecardsApi>().with({
  id: 'plugin.scorecards.service',
  pluginId: 'scorecards',
});
