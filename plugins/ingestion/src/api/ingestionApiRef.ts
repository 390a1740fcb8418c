import { createApiRef } from '@backstage/frontend-plugin-api';
import { IngestionApi } from '@synchrony/backstage-plugin-ingestion-common';

/**
 * Reads reports and findings.
 *
 * @public
 */
export const ingestionApiRef = createApiRef<IngestionApi>().with({
  id: 'plugin.ingestion',
  pluginId: 'ingestion',
});
