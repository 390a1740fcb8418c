import { useApi } from '@backstage/frontend-plugin-api';
import {
  AssignmentDetails,
  CoverageMap,
  Pipeline,
  ProgrammeEffect,
  ProgrammeOverview,
  ProgrammePeople,
  Vacancies,
} from '@synchrony/backstage-plugin-champions-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { championsApiRef, FOLLOW } from '../api';

export function useOverview(): LiveData<ProgrammeOverview> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'overview',
    load: () => api.getProgramme(),
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

export function useAssignment(id: string): LiveData<AssignmentDetails> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: id,
    load: () => api.getAssignment(id),
    ...FOLLOW,
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
