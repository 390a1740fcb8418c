import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

type Catalog = ReturnType<typeof catalogServiceMock>;
type QueryRequest = Parameters<Catalog['queryEntities']>[0];

interface Page {
  /** The filter, as the key of its matches. */
  filter: string;
  offset: number;
}

function pageOf(request: QueryRequest): Page {
  if (request && 'cursor' in request) {
    return JSON.parse(request.cursor);
  }
  return {
    filter: JSON.stringify(request?.filter ?? {}),
    offset: request?.offset ?? 0,
  };
}

function normalised(ref: string): string {
  return stringifyEntityRef(parseEntityRef(ref));
}

/**
 * Backstage's catalog for tests looks at every entity in every call, so that its
 * users would be measured by their calls of it. This one answers by an index, as
 * a real one does, and in no time.
 */
function createIndexedCatalog(entities: Entity[]): Catalog {
  const catalog = catalogServiceMock({ entities });
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const matches = new Map<string, Promise<Entity[]>>();
  const matching = (filter: string): Promise<Entity[]> => {
    const known =
      matches.get(filter) ??
      catalog
        .getEntities({ filter: JSON.parse(filter) })
        .then(({ items }) => items);
    matches.set(filter, known);
    return known;
  };
  const byRefs = catalog.getEntitiesByRefs.bind(catalog);
  return Object.assign(catalog, {
    getEntityByRef: async (ref: Parameters<Catalog['getEntityByRef']>[0]) =>
      byRef.get(
        typeof ref === 'string' ? normalised(ref) : stringifyEntityRef(ref),
      ),
    getEntitiesByRefs: async (
      ...args: Parameters<Catalog['getEntitiesByRefs']>
    ) => {
      const [{ entityRefs, filter, query }] = args;
      return filter || query
        ? byRefs(...args)
        : { items: entityRefs.map(ref => byRef.get(normalised(ref))) };
    },
    queryEntities: async (request?: QueryRequest) => {
      const { filter, offset } = pageOf(request);
      const found = await matching(filter);
      const end = offset + (request?.limit ?? found.length);
      return {
        items: found.slice(offset, end),
        totalItems: found.length,
        pageInfo:
          end < found.length
            ? { nextCursor: JSON.stringify({ filter, offset: end }) }
            : {},
      };
    },
  });
}

/** A catalog in memory that answers by an index. */
export function indexedCatalog(entities: Entity[]) {
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => createIndexedCatalog(entities),
  });
}
