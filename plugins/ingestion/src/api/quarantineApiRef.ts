import { createApiRef } from '@backstage/frontend-plugin-api';
import { QuarantineApi } from '@synchrony/backstage-plugin-ingestion-common';

/**
 * Reads and clears the quarantine.
 *
 * @public
 */
export const quarantineApiRef = createApiRef<QuarantineApi>().with({
  id: 'plugin.ingestion.quarantine',
  pluginId: 'ingestion',
});
