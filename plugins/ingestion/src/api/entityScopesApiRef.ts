import { createApiRef } from '@backstage/frontend-plugin-api';
import { EntityScopesApi } from '@synchrony/backstage-plugin-ingestion-common';

/**
 * The scans of an entity, and ending those that come no more.
 *
 * @public
 */
export const entityScopesApiRef = createApiRef<EntityScopesApi>().with({
  id: 'plugin.ingestion.entity-scopes',
  pluginId: 'ingestion',
});
