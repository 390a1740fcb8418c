import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { RollupFilter, RollupStore } from '../store/RollupStore';

/** What a caller may see of a filter. */
export interface SeenScores {
  filter: RollupFilter;
  isSeen: (ref: string) => boolean;
  isLowerBound: boolean;
}

/** As many entities are counted when the catalog must be asked about each. */
const COUNTED_REFS = 10_000;

/**
 * One question to the catalog for all entities and all names of rows.
 *
 * @param mode - what the caller may see of the catalog; asked beside other
 *   decisions, so that they go in one call
 */
export async function seenScores(
  options: { catalog: CatalogVisibility; store: RollupStore },
  credentials: BackstageCredentials,
  mode: 'all' | 'none' | 'some',
  filter: RollupFilter,
  names: string[],
): Promise<SeenScores> {
  const { catalog, store } = options;
  if (mode === 'all') {
    return { filter, isSeen: () => true, isLowerBound: false };
  }
  if (mode === 'none') {
    return {
      filter: { ...filter, seen: [] },
      isSeen: () => false,
      isLowerBound: false,
    };
  }
  const found = await store.refs(filter, COUNTED_REFS + 1);
  const refs = found.slice(0, COUNTED_REFS);
  const visible = await catalog.filter(credentials, [...names, ...refs]);
  return {
    filter: { ...filter, seen: refs.filter(each => visible.has(each)) },
    isSeen: each => visible.has(each),
    isLowerBound: found.length > COUNTED_REFS,
  };
}
