import { useApi } from '@backstage/frontend-plugin-api';
import {
  TeamEntities,
  TeamMemberships,
  TeamSuggestions,
  TeamTimeline,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { FOLLOW, useKeysetPages, virtualTeamsApiRef } from '../api';

export function useTeamMemberships(teamRef: string): LiveData<TeamMemberships> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: teamRef,
    load: () => api.getMemberships(teamRef),
    ...FOLLOW,
  });
}

export function useTeamEntities(teamRef: string): LiveData<TeamEntities> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: teamRef,
    load: () => api.getTeamEntities(teamRef),
    ...FOLLOW,
  });
}

export function useSuggestions(teamRef: string): LiveData<TeamSuggestions> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: teamRef,
    load: () => api.getSuggestions(teamRef),
    ...FOLLOW,
  });
}

export function useTimeline(
  teamRef: string,
): LiveData<TeamTimeline> & { showMore: () => void } {
  const api = useApi(virtualTeamsApiRef);
  return useKeysetPages<TeamTimeline>({
    key: teamRef,
    loadPage: cursor => api.getTimeline(teamRef, cursor),
    ...FOLLOW,
  });
}
