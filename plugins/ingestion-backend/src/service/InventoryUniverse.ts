import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { findingReadPermission } from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { FindingReach } from '../store/AdvisoryStore';
import {
  InventoryEntity,
  InventorySearchStore,
} from '../store/InventorySearchStore';

/** More than any portal has; beyond it counts are lower bounds. */
const MOST_ENTITIES = 50_000;

/** More than these are left to be sorted out of what is found. */
const MOST_NAMED = 1000;

/** The entities that a caller may know something about. */
export interface Universe {
  /** By ref, in the order of refs. */
  entities: Map<string, InventoryEntity>;
  isLowerBound: boolean;
  /** What findings of it are looked for by. */
  reach: FindingReach;
}

/**
 * Reads once what all counts of a search are made of, so that what the caller
 * may not see is in none of them.
 */
export class InventoryUniverse {
  readonly #options: {
    inventorySearch: InventorySearchStore;
    access: EntityAccess;
    catalogVisibility: CatalogVisibility;
  };

  constructor(options: {
    inventorySearch: InventorySearchStore;
    access: EntityAccess;
    catalogVisibility: CatalogVisibility;
  }) {
    this.#options = options;
  }

  async read(credentials: BackstageCredentials): Promise<Universe> {
    const { access, catalogVisibility, inventorySearch } = this.#options;
    const mode = await catalogVisibility.mode(credentials);
    const visibility = await access.visible(credentials, findingReadPermission);
    if (mode === 'none' || visibility.kind === 'none') {
      return {
        entities: new Map(),
        isLowerBound: false,
        reach: { visibility, entityRefs: [] },
      };
    }
    const found = await inventorySearch.listEntities(
      visibility,
      MOST_ENTITIES + 1,
    );
    const looked = found.slice(0, MOST_ENTITIES);
    const visible =
      mode === 'all'
        ? undefined
        : await catalogVisibility.filter(
            credentials,
            looked.map(({ entityRef }) => entityRef),
          );
    return {
      entities: new Map(
        looked
          .filter(({ entityRef }) => !visible || visible.has(entityRef))
          .map(entity => [entity.entityRef, entity]),
      ),
      isLowerBound: found.length > MOST_ENTITIES,
      reach: {
        visibility,
        entityRefs:
          visible && visible.size <= MOST_NAMED ? [...visible] : undefined,
      },
    };
  }
}
