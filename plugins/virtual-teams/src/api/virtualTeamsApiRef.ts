import { createApiRef } from '@backstage/frontend-plugin-api';
import { VirtualTeamsApi } from '@synchrony/backstage-plugin-virtual-teams-common';

/**
 * Virtual teams and expertise.
 *
 * @public
 */
export const virtualTeamsApiRef = createApiRef<VirtualTeamsApi>().with({
  id: 'plugin.virtual-teams',
  pluginId: 'virtual-teams',
});
