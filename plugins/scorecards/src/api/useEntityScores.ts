import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityScoresPage,
  EntityScoresQuery,
  SCORECARDS_SIGNAL_CHANNEL,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { useEffect, useState } from 'react';
import { scorecardsApiRef } from './scorecardsApiRef';

/** Evaluations come in bursts; a list need not follow each of them. */
const SIGNAL_GAP_MS = 3_000;

/** A list of scores that keeps showing the last one while another is loading. */
export interface EntityScoresData extends LiveData<EntityScoresPage> {
  /** The page of the query, or the last one while that is loading. */
  shown?: EntityScoresPage;
  /** Whether `shown` still belongs to the query before. */
  isStale: boolean;
}

/** A page of components with their scores, kept current. */
export function useEntityScores(query: EntityScoresQuery): EntityScoresData {
  const api = useApi(scorecardsApiRef);
  const live = useLiveData({
    key: JSON.stringify(query),
    load: () => api.getEntityScores(query),
    channel: SCORECARDS_SIGNAL_CHANNEL,
    signalGapMs: SIGNAL_GAP_MS,
  });
  const [last, setLast] = useState<EntityScoresPage>();
  const { value } = live;
  useEffect(() => {
    if (value) {
      setLast(value);
    }
  }, [value]);
  return { ...live, shown: value ?? last, isStale: !value };
}
