import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  EntityComponent,
  EntityInventoryList,
  EntityInventoryPage,
  EntityInventoryQuery,
  findingReadPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { DAY_MS } from '../sla';
import {
  EntityInventoryStore,
  MOST_COMPONENTS_COUNTED,
} from '../store/EntityInventoryStore';
import { InventoryStore, StoredInventory } from '../store/InventoryStore';
import { Cursors } from './cursor';

const DEFAULT_LIMIT = 50;
const COMPONENTS_A_PAGE = 1000;

export interface EntityInventoryOptions {
  cursors: Cursors;
  inventories: InventoryStore;
  entityInventories: EntityInventoryStore;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  /** Days for which a list counts as current. */
  days: number;
  clock: () => Date;
}

/** What one entity consists of. */
export class EntityInventoryService {
  readonly #options: EntityInventoryOptions;

  constructor(options: EntityInventoryOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    entityRef: string,
    query: EntityInventoryQuery,
  ): Promise<EntityInventoryPage> {
    const { clock, entityInventories, inventories } = this.#options;
    await this.#require(credentials, entityRef);
    const now = clock().getTime();
    const { cursor, limit = DEFAULT_LIMIT, q } = query;
    const list = { entityRef, q };
    const prefix = q?.toLowerCase().replaceAll(':', '/');
    const found = await entityInventories.list(entityRef, {
      prefix,
      after: cursor
        ? this.#options.cursors.decode(cursor, ['inventory', list]).position
        : undefined,
      limit,
    });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const count = await entityInventories.count(entityRef, prefix);
    const lists = await inventories.list(entityRef);
    return {
      items: rows.map(({ position, ...component }) => component),
      totalItems: Math.min(count, MOST_COMPONENTS_COUNTED),
      ...(count > MOST_COMPONENTS_COUNTED && { totalIsLowerBound: true }),
      pageInfo: {
        nextCursor:
          found.length > limit && last
            ? this.#options.cursors.encode(
                { position: last.position, backwards: false },
                ['inventory', list],
              )
            : undefined,
      },
      lists: lists
        .filter(({ counted }) => counted)
        .map(each => toList(each, now - this.#options.days * DAY_MS)),
      asOf: new Date(now).toISOString(),
    };
  }

  /** All components of an entity; the right to see them is asked for at each page. */
  async *pages(
    credentials: BackstageCredentials,
    entityRef: string,
    q: string | undefined,
  ): AsyncGenerator<EntityComponent[]> {
    let cursor: string | undefined;
    do {
      const page = await this.list(credentials, entityRef, {
        q,
        cursor,
        limit: COMPONENTS_A_PAGE,
      });
      yield page.items;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  async #require(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<void> {
    const { access, catalogVisibility, entities } = this.#options;
    const visible = await catalogVisibility.filter(credentials, [entityRef]);
    const entity = (await entities.get([entityRef])).get(entityRef);
    if (!visible.has(entityRef) || !entity) {
      throw new NotFoundError(`There is no entity ${entityRef}`);
    }
    await access.require(credentials, findingReadPermission, entityRef);
  }
}

function toList(
  stored: StoredInventory,
  staleBefore: number,
): EntityInventoryList {
  const { lastCompleteAt } = stored;
  return {
    tool: stored.tool,
    category: stored.category,
    ref: stored.ref,
    environment: stored.environment,
    components: stored.componentCount,
    lastCompleteAt:
      lastCompleteAt === undefined
        ? undefined
        : new Date(lastCompleteAt).toISOString(),
    lastScanAt: new Date(stored.lastScanAt).toISOString(),
    isStale: (lastCompleteAt ?? 0) < staleBefore,
  };
}
