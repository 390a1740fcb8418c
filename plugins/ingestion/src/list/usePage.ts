import { Finding, Page } from '@synchrony/backstage-plugin-ingestion-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { LiveData, useLiveData } from '@synchrony/ui';
import { useRef } from 'react';
import { ingestionApiRef, useConcerns } from '../api';
import { FindingsFilter, toQuery } from '../filter';

/** A page of findings, and the one before it while another filter loads. */
export function usePage(
  entityRef: string | undefined,
  filter: FindingsFilter,
): { live: LiveData<Page<Finding>>; shown?: Page<Finding>; isStale: boolean } {
  const api = useApi(ingestionApiRef);
  const query = toQuery(filter, entityRef);
  const live = useLiveData({
    key: JSON.stringify(query),
    load: () => api.getFindings(query),
    ...useConcerns(entityRef),
  });
  const last = useRef<Page<Finding>>();
  if (live.value) {
    last.current = live.value;
  }
  const isStale = live.value === undefined && live.error === undefined;
  return {
    live,
    shown: live.error ? live.value : (live.value ?? last.current),
    isStale,
  };
}
