import { createApiRef } from '@backstage/frontend-plugin-api';
import { DefinitionsApi } from '@synchrony/backstage-plugin-scorecards-common';

/** Tells which checks there are. */
export type CheckDefinitionsApi = Pick<DefinitionsApi, 'getDefinitionDetails'>;

/** Checks of scorecards, in portals that have them. */
export const checkDefinitionsApiRef = createApiRef<CheckDefinitionsApi>().with({
  id: 'plugin.virtual-teams.check-definitions',
  pluginId: 'virtual-teams',
});
