import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  IngestionApi,
  WaiversApi,
} from '@synchrony/backstage-plugin-ingestion-common';

/**
 * Reads reports, findings and waivers, and changes what people decide on.
 *
 * @public
 */
export const ingestionApiRef = createApiRef<IngestionApi & WaiversApi>().with({
  id: 'plugin.ingestion',
  pluginId: 'ingestion',
});
