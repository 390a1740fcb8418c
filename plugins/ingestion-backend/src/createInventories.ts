import { AdvisorySearchService } from './service/AdvisorySearchService';
import { ComponentMatches } from './service/ComponentMatches';
import { ComponentSearchService } from './service/ComponentSearchService';
import { EntityInventoryService } from './service/EntityInventoryService';
import { InventoryUniverse } from './service/InventoryUniverse';
import { createStores } from './store/createStores';
import type { IngestionOptions } from './createIngestion';

/** What component inventories work with. */
export interface InventoriesOptions extends IngestionOptions {
  stores: ReturnType<typeof createStores>;
  clock: () => Date;
}

/** Puts the services of component inventories and searches together. */
export function createInventories(options: InventoriesOptions) {
  const { access, catalogVisibility, clock, config, entities, stores } =
    options;
  const search = {
    ...stores,
    cursors: options.cursors,
    universe: new InventoryUniverse({ ...stores, access, catalogVisibility }),
    matches: new ComponentMatches(stores),
    access,
    catalogVisibility,
    days: config.inventory.days,
    clock,
  };
  return {
    componentSearch: new ComponentSearchService(search),
    advisorySearch: new AdvisorySearchService(search),
    entityInventories: new EntityInventoryService({ ...search, entities }),
  };
}
