import { useApi } from '@backstage/frontend-plugin-api';
import {
  mayConcern,
  SCORECARDS_SIGNAL_CHANNEL,
  ScoreChanges,
  ScoreChangesQuery,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { scorecardsApiRef } from './scorecardsApiRef';

/** Why a score changed between two moments, kept current. */
export function useScoreChanges(
  entityRef: string,
  scorecardId: string,
  query: ScoreChangesQuery,
): LiveData<ScoreChanges> {
  const api = useApi(scorecardsApiRef);
  return useLiveData({
    key: JSON.stringify([entityRef, scorecardId, query.from, query.to]),
    load: () => api.getScoreChanges(entityRef, scorecardId, query),
    channel: SCORECARDS_SIGNAL_CHANNEL,
    concerns: message => mayConcern(message, entityRef),
  });
}
