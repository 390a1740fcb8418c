import { useApi } from '@backstage/frontend-plugin-api';
import { DefinitionDetails } from '@synchrony/backstage-plugin-scorecards-common';
import {
  DiscoveryPage,
  DiscoveryQuery,
  MyProfile,
  MyTeams,
  OpenRolesPage,
  OpenRolesQuery,
  SkillMatrix,
  SkillTaxonomy,
  Team,
  TeamProposals,
  TeamSettingsState,
  TeamsPage,
  TeamsQuery,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { checkDefinitionsApiRef } from './checkDefinitionsApiRef';
import { FOLLOW } from './follow';
import { useKeysetPages } from './useKeysetPages';
import { virtualTeamsApiRef } from './virtualTeamsApiRef';

const SLOW_POLL_MS = 15 * 60_000;

type Pages<T> = LiveData<T> & { showMore: () => void };

export function useTeams(query: TeamsQuery): Pages<TeamsPage> {
  const api = useApi(virtualTeamsApiRef);
  return useKeysetPages<TeamsPage>({
    key: `teams ${JSON.stringify(query)}`,
    loadPage: cursor => api.getTeams({ ...query, cursor }),
    ...FOLLOW,
  });
}

export function useTeam(teamRef: string): LiveData<Team> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: teamRef,
    load: () => api.getTeam(teamRef),
    ...FOLLOW,
  });
}

export function useOpenRoles(query: OpenRolesQuery): Pages<OpenRolesPage> {
  const api = useApi(virtualTeamsApiRef);
  return useKeysetPages<OpenRolesPage>({
    key: `roles ${JSON.stringify(query)}`,
    loadPage: cursor => api.getOpenRoles({ ...query, cursor }),
    ...FOLLOW,
  });
}

export function useDiscovery(query: DiscoveryQuery): Pages<DiscoveryPage> {
  const api = useApi(virtualTeamsApiRef);
  return useKeysetPages<DiscoveryPage>({
    key: `found ${JSON.stringify(query)}`,
    loadPage: cursor => api.discover({ ...query, cursor }),
    ...FOLLOW,
  });
}

export function useMatrix(): LiveData<SkillMatrix> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: 'matrix',
    load: () => api.getMatrix(),
    ...FOLLOW,
  });
}

export function useProposals(): LiveData<TeamProposals> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: 'proposals',
    load: () => api.getProposals(),
    ...FOLLOW,
  });
}

export function useMyTeams(): LiveData<MyTeams> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({ key: 'me', load: () => api.getMyTeams(), ...FOLLOW });
}

export function useMyProfile(): LiveData<MyProfile> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: 'profile',
    load: () => api.getMyProfile(),
    ...FOLLOW,
  });
}

export function useSkills(): LiveData<SkillTaxonomy> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: 'skills',
    load: () => api.getSkills(),
    pollMs: SLOW_POLL_MS,
  });
}

export function useTeamSettings(): LiveData<TeamSettingsState> {
  const api = useApi(virtualTeamsApiRef);
  return useLiveData({
    key: 'settings',
    load: () => api.getTeamSettings(),
    pollMs: SLOW_POLL_MS,
  });
}

/** The checks that scorecards ask for now. */
export function useCheckDefinitions(): LiveData<DefinitionDetails> {
  const api = useApi(checkDefinitionsApiRef);
  return useLiveData({
    key: 'checks',
    load: () => api.getDefinitionDetails(),
    pollMs: SLOW_POLL_MS,
  });
}
