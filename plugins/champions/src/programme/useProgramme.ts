import { useApi } from '@backstage/frontend-plugin-api';
import {
  AssignmentDetails,
  CoverageMap,
  EntityChampions,
  MyChampionship,
  PersonChampionship,
  Pipeline,
  ProgrammeEffect,
  ProgrammeOverview,
  ProgrammePeople,
  ProgrammeState,
  Vacancies,
} from '@synchrony/backstage-plugin-champions-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { championsApiRef } from '../api';

/** Changes come in bursts, as after a load of the catalog. */
const FOLLOW = { channel: 'champions', signalGapMs: 2_000 };

export function useOverview(): LiveData<ProgrammeOverview> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'overview',
    load: () => api.getProgramme(),
    ...FOLLOW,
  });
}

export function useMe(): LiveData<MyChampionship> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'me',
    load: () => api.getMyChampionship(),
    ...FOLLOW,
  });
}

export function useCoverageMap(): LiveData<CoverageMap> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'coverage',
    load: () => api.getCoverageMap(),
    ...FOLLOW,
  });
}

export function usePipeline(): LiveData<Pipeline> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'pipeline',
    load: () => api.getPipeline(),
    ...FOLLOW,
  });
}

export function useVacancies(): LiveData<Vacancies> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'vacancies',
    load: () => api.getVacancies(),
    ...FOLLOW,
  });
}

export function usePeople(
  cursor: string | undefined,
): LiveData<ProgrammePeople> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: cursor ?? '',
    load: () => api.getProgrammePeople(cursor),
    ...FOLLOW,
  });
}

export function usePerson(userRef: string): LiveData<PersonChampionship> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: userRef,
    load: () => api.getPerson(userRef),
    ...FOLLOW,
  });
}

export function useAssignment(id: string): LiveData<AssignmentDetails> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: id,
    load: () => api.getAssignment(id),
    ...FOLLOW,
  });
}

export function useEntityChampions(
  entityRef: string,
): LiveData<EntityChampions> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: entityRef,
    load: () => api.getEntityChampions(entityRef),
    ...FOLLOW,
  });
}

export function useProgrammeSettings(): LiveData<ProgrammeState> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'settings',
    load: () => api.getProgrammeSettings(),
  });
}

export function useEffectOfProgramme(): LiveData<ProgrammeEffect> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'effect',
    load: () => api.getProgrammeEffect(),
    pollMs: 15 * 60_000,
  });
}
