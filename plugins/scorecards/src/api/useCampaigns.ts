import { useApi } from '@backstage/frontend-plugin-api';
import {
  Campaign,
  CampaignEntitiesPage,
  CampaignEntitiesQuery,
  CampaignHistory,
  CampaignProgress,
  CampaignsPage,
  ExemptionsPage,
  ProgressDimension,
  SCORECARDS_SIGNAL_CHANNEL,
  ScopeChangesPage,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { campaignsApiRef } from './campaignsApiRef';

/** Evaluations come in bursts; a campaign need not follow each of them. */
const SIGNAL_GAP_MS = 10_000;
const SLOW_POLL_MS = 15 * 60_000;
const follow = {
  channel: SCORECARDS_SIGNAL_CHANNEL,
  signalGapMs: SIGNAL_GAP_MS,
};

export function useCampaignList(
  cursor: string | undefined,
): LiveData<CampaignsPage> {
  const api = useApi(campaignsApiRef);
  return useLiveData({
    key: cursor ?? '',
    load: () => api.getCampaigns({ cursor, limit: 25 }),
  });
}

export function useCampaign(id: string): LiveData<Campaign> {
  const api = useApi(campaignsApiRef);
  return useLiveData({ key: id, load: () => api.getCampaign(id) });
}

export function useCampaignProgress(
  id: string,
  by: ProgressDimension,
): LiveData<CampaignProgress> {
  const api = useApi(campaignsApiRef);
  return useLiveData({
    key: `${id} ${by}`,
    load: () => api.getCampaignProgress(id, by),
    ...follow,
  });
}

export function useCampaignHistory(id: string): LiveData<CampaignHistory> {
  const api = useApi(campaignsApiRef);
  return useLiveData({
    key: id,
    load: () => api.getCampaignHistory(id),
    pollMs: SLOW_POLL_MS,
  });
}

export function useCampaignEntities(
  id: string,
  query: CampaignEntitiesQuery,
): LiveData<CampaignEntitiesPage> {
  const api = useApi(campaignsApiRef);
  return useLiveData({
    key: JSON.stringify([id, query]),
    load: () => api.getCampaignEntities(id, query),
    ...follow,
  });
}

export function useScopeChanges(id: string): LiveData<ScopeChangesPage> {
  const api = useApi(campaignsApiRef);
  return useLiveData({
    key: id,
    load: () => api.getScopeChanges(id),
    pollMs: SLOW_POLL_MS,
  });
}

export function useExemptions(
  id: string,
  cursor: string | undefined,
): LiveData<ExemptionsPage> {
  const api = useApi(campaignsApiRef);
  return useLiveData({
    key: `${id} ${cursor ?? ''}`,
    load: () => api.getExemptions(id, cursor),
  });
}
