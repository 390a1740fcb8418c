import { createApiRef } from '@backstage/frontend-plugin-api';
import { InventoryApi } from '@synchrony/backstage-plugin-ingestion-common';

/**
 * Reads what entities consist of, and whom an advisory concerns.
 *
 * @public
 */
export const inventoryApiRef = createApiRef<InventoryApi>().with({
  id: 'plugin.ingestion.inventory',
  pluginId: 'ingestion',
});
