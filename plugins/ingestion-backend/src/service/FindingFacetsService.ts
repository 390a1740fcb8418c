import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { FindingFacets } from '@synchrony/backstage-plugin-ingestion-common';
import { toFacets } from '../facets/toFacets';
import { FacetCell, FindingFacetStore } from '../store/FindingFacetStore';
import { FindingScope, FindingsFilterQuery } from './FindingScope';

/** Findings of a status that are read for the counts: of one entity, or of all. */
const MOST_COUNTED_IN_ENTITY = 100_000;
const MOST_COUNTED = 10_000;

export interface FindingFacetsServiceOptions {
  scope: FindingScope;
  facets: FindingFacetStore;
  clock: () => Date;
}

/** Counts for the choices of a filter, of what a caller may see. */
export class FindingFacetsService {
  readonly #options: FindingFacetsServiceOptions;

  constructor(options: FindingFacetsServiceOptions) {
    this.#options = options;
  }

  async count(
    credentials: BackstageCredentials,
    query: FindingsFilterQuery,
  ): Promise<FindingFacets> {
    const { clock, facets, scope } = this.#options;
    const asOf = clock().toISOString();
    const scoped = await scope.ofCounts(credentials, query);
    if (!scoped) {
      return {
        ...toFacets([], { statuses: [] }),
        tools: [],
        environments: [],
        asOf,
      };
    }
    const { filter } = scoped;
    const most = query.entityRef ? MOST_COUNTED_IN_ENTITY : MOST_COUNTED;
    // Which entities can match depends on the tool, so without it they differ.
    const anyTool = query.tool
      ? await scope.ofCounts(credentials, { ...query, tool: undefined })
      : scoped;
    const { due, overdue, severities, types, ...unchosen } = filter;
    const [cells, tools, environments] = await Promise.all([
      facets.countCells(unchosen, most),
      anyTool ? facets.countTools(anyTool.filter, most) : [],
      query.entityRef
        ? facets.countEnvironments({ ...filter, environment: undefined }, most)
        : [],
    ]);
    return {
      ...toFacets(cells, {
        due,
        overdue,
        severities,
        types,
        statuses: filter.statuses,
      }),
      tools,
      environments,
      ...((scoped.isPart || isCutOff(cells, most)) && { isLowerBound: true }),
      asOf,
    };
  }
}

function isCutOff(cells: FacetCell[], most: number): boolean {
  const byStatus = Map.groupBy(cells, cell => cell.status);
  return [...byStatus.values()].some(
    group => group.reduce((sum, { count }) => sum + count, 0) >= most,
  );
}
