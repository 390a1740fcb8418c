import {
  Finding,
  FindingsQuery,
  Page,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { LiveData, useLiveData } from '@synchrony/ui';
import { ingestionApiRef, useConcerns } from '../api';

/** A page of findings, live; another revision looks again at once. */
export function usePage(
  query: FindingsQuery,
  revision: number,
): LiveData<Page<Finding>> {
  const api = useApi(ingestionApiRef);
  return useLiveData({
    key: JSON.stringify([query, revision]),
    load: () => api.getFindings(query),
    ...useConcerns(query.entityRef),
  });
}
