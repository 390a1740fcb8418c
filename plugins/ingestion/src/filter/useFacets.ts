import { useApi } from '@backstage/frontend-plugin-api';
import { FindingFacets } from '@synchrony/backstage-plugin-ingestion-common';
import { useLiveData } from '@synchrony/ui';
import { ingestionApiRef, useConcerns } from '../api';
import { FindingsFilter, toQuery } from './findingsFilter';

/** How many findings each choice of the filter would leave; undefined until it is known. */
export function useFacets(
  entityRef: string | undefined,
  filter: FindingsFilter,
  revision: number,
): FindingFacets | undefined {
  const api = useApi(ingestionApiRef);
  const {
    cursor: _cursor,
    limit: _limit,
    orderBy: _order,
    ...query
  } = toQuery(filter, entityRef);
  const live = useLiveData({
    key: JSON.stringify([query, revision]),
    load: () => api.getFindingFacets(query),
    ...useConcerns(entityRef),
  });
  return live.error ? undefined : live.value;
}
