import { SearchDocument } from '@backstage/plugin-search-common';

/** A champion as the index holds one. */
export interface ChampionDocument extends SearchDocument {
  scopeRef: string;
  specialisms: string;
}

/** Whether a result is a champion that can be shown. */
export function isChampion(
  document: SearchDocument,
): document is ChampionDocument {
  return ['scopeRef', 'specialisms'].every(
    name => typeof Object(document)[name] === 'string',
  );
}
