import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityHistory,
  mayConcern,
  SCORECARDS_SIGNAL_CHANNEL,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { scorecardsApiRef } from './scorecardsApiRef';

/** What held when for an entity, kept current. */
export function useEntityHistory(entityRef: string): LiveData<EntityHistory> {
  const api = useApi(scorecardsApiRef);
  return useLiveData({
    key: entityRef,
    load: () => api.getEntityHistory(entityRef),
    channel: SCORECARDS_SIGNAL_CHANNEL,
    concerns: message => mayConcern(message, entityRef),
  });
}
