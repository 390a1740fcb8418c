import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityScorecards,
  mayConcern,
  SCORECARDS_SIGNAL_CHANNEL,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { scorecardsApiRef } from './scorecardsApiRef';

/** The scorecards of an entity, kept current. */
export function useScorecardsOf(entityRef: string): LiveData<EntityScorecards> {
  const api = useApi(scorecardsApiRef);
  return useLiveData({
    key: entityRef,
    load: () => api.getEntityScorecards(entityRef),
    channel: SCORECARDS_SIGNAL_CHANNEL,
    concerns: message => mayConcern(message, entityRef),
  });
}
