import { createApiRef } from '@backstage/frontend-plugin-api';
import { DefinitionsApi } from '@synchrony/backstage-plugin-scorecards-common';

/**
 * Tries definitions out.
 *
 * @public
 */
export const definitionsApiRef = createApiRef<DefinitionsApi>().with({
  id: 'plugin.scorecards.definitions',
  pluginId: 'scorecards',
});
