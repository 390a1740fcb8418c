import {
  FindingGroup,
  FindingGroupsQuery,
  Page,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { LiveData, useLiveData } from '@synchrony/ui';
import { ingestionApiRef, useConcerns } from '../api';

/** Findings of an entity by cause, live. */
export function useGroups(
  query: FindingGroupsQuery,
  revision: number,
): LiveData<Page<FindingGroup>> {
  const api = useApi(ingestionApiRef);
  return useLiveData({
    key: JSON.stringify([query, revision]),
    load: () => api.getFindingGroups(query),
    ...useConcerns(query.entityRef),
  });
}
