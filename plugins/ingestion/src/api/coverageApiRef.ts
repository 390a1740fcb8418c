import { createApiRef } from '@backstage/frontend-plugin-api';
import { CoverageApi } from '@synchrony/backstage-plugin-ingestion-common';

/**
 * Reads which controls run where.
 *
 * @public
 */
export const coverageApiRef = createApiRef<CoverageApi>().with({
  id: 'plugin.ingestion.coverage',
  pluginId: 'ingestion',
});
