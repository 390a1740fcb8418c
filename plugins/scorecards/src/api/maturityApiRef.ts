import { createApiRef } from '@backstage/frontend-plugin-api';
import { MaturityApi } from '@synchrony/backstage-plugin-scorecards-common';

/**
 * Reads what evidence supports of maturity models.
 *
 * @public
 */
export const maturityApiRef = createApiRef<MaturityApi>().with({
  id: 'plugin.scorecards.maturity',
  pluginId: 'scorecards',
});
