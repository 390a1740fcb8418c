import { createApiRef } from '@backstage/frontend-plugin-api';
import { ChampionsApi } from '@synchrony/backstage-plugin-champions-common';

/**
 * Security champions.
 *
 * @public
 */
export const championsApiRef = createApiRef<ChampionsApi>().with({
  id: 'plugin.champions',
  pluginId: 'champions',
});
