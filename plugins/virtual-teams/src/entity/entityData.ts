import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityTeams,
  GroupLending,
  PersonMemberships,
  PersonProfile,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { FOLLOW, virtualTeamsApiRef } from '../api';

export function useEntityTeams(entityRef: string): LiveData<EntityTeams> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: entityRef,
    load: () => api.getEntityTeams(entityRef),
    ...FOLLOW,
  });
}

export function useGroupLending(groupRef: string): LiveData<GroupLending> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: groupRef,
    load: () => api.getGroupLending(groupRef),
    ...FOLLOW,
  });
}

export function usePersonMemberships(
  userRef: string,
): LiveData<PersonMemberships> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: `memberships ${userRef}`,
    load: () => api.getPersonMemberships(userRef),
    ...FOLLOW,
  });
}

export function usePersonProfile(userRef: string): LiveData<PersonProfile> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: `profile ${userRef}`,
    load: () => api.getPersonProfile(userRef),
    ...FOLLOW,
  });
}
