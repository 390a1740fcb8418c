import { useApi } from '@backstage/frontend-plugin-api';
import { FindingsSummary } from '@synchrony/backstage-plugin-ingestion-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { ingestionApiRef, useConcerns } from '../api';

/** What is open at an entity and what was scanned, live. */
export function useSummary(entityRef: string): LiveData<FindingsSummary> {
  const api = useApi(ingestionApiRef);
  return useLiveData({
    key: entityRef,
    load: () => api.getSummary(entityRef),
    ...useConcerns(entityRef),
  });
}
