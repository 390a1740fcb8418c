import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityRollup,
  LevelChanges,
  Portfolio,
  RollupDimension,
  RollupHistory,
  SCORECARDS_SIGNAL_CHANNEL,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { scorecardsApiRef } from './scorecardsApiRef';

/** Evaluations come in bursts; a roll-up need not follow each of them. */
const SIGNAL_GAP_MS = 10_000;
const HISTORY_POLL_MS = 15 * 60_000;

/** Everything, divided by platform, team or system. */
export function usePortfolio(
  by: RollupDimension,
  scorecard?: string,
): LiveData<Portfolio> {
  const api = useApi(scorecardsApiRef);
  return useLiveData({
    key: JSON.stringify([by, scorecard]),
    load: () => api.getPortfolio(by, scorecard),
    channel: SCORECARDS_SIGNAL_CHANNEL,
    signalGapMs: SIGNAL_GAP_MS,
  });
}

/** Who rose or fell in a week. */
export function useLevelChanges(scorecard?: string): LiveData<LevelChanges> {
  const api = useApi(scorecardsApiRef);
  return useLiveData({
    key: JSON.stringify(['level-changes', scorecard]),
    load: () => api.getLevelChanges(scorecard),
    channel: SCORECARDS_SIGNAL_CHANNEL,
    signalGapMs: SIGNAL_GAP_MS,
  });
}

/** Where a group, a system or a domain stands. */
export function useEntityRollup(
  entityRef: string,
  scorecard?: string,
): LiveData<EntityRollup> {
  const api = useApi(scorecardsApiRef);
  return useLiveData({
    key: JSON.stringify([entityRef, scorecard]),
    load: () => api.getEntityRollup(entityRef, scorecard),
    channel: SCORECARDS_SIGNAL_CHANNEL,
    signalGapMs: SIGNAL_GAP_MS,
  });
}

/** Daily snapshots; of everything without a ref. */
export function useRollupHistory(
  entityRef?: string,
  scorecard?: string,
): LiveData<RollupHistory> {
  const api = useApi(scorecardsApiRef);
  return useLiveData({
    key: JSON.stringify([entityRef, scorecard]),
    load: () => api.getRollupHistory(entityRef, scorecard),
    pollMs: HISTORY_POLL_MS,
  });
}
