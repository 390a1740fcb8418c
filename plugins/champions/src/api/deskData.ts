import { useApi } from '@backstage/frontend-plugin-api';
import {
  CalendarFeed,
  ChampionAssignment,
  ChampionMeetings,
  Desk,
  EntityChampions,
  MyChampionship,
  PersonChampionship,
  ProgrammeState,
  QuestionsPage,
  ResolvedChampions,
  TeamBrief,
} from '@synchrony/backstage-plugin-champions-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { championsApiRef } from './championsApiRef';
import { FOLLOW } from './follow';

const SLOW_POLL_MS = 15 * 60_000;
const TO_AGREE_READ = 200;

export function useDesk(): LiveData<Desk> {
  const api = useApi(championsApiRef);
  return useLiveData({ key: 'desk', load: () => api.getDesk(), ...FOLLOW });
}

export function useMyChampionship(): LiveData<MyChampionship> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'me',
    load: () => api.getMyChampionship(),
    ...FOLLOW,
  });
}

/** Who has accepted and waits for the reader to agree on time. */
export function useToAgree(): LiveData<ChampionAssignment[]> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'to agree',
    load: async () => {
      const { items } = await api.getAssignments({
        status: ['accepted'],
        limit: TO_AGREE_READ,
      });
      return items.filter(({ actions }) => actions.includes('agreeCapacity'));
    },
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

export function useChampionsOf(
  entityRefs: string[],
): LiveData<ResolvedChampions> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: entityRefs.join(' '),
    load: () => api.resolveChampions(entityRefs),
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

export function useBrief(scopeRef: string, month: string): LiveData<TeamBrief> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: `${scopeRef} ${month}`,
    load: () => api.getBrief(scopeRef, month),
    pollMs: SLOW_POLL_MS,
  });
}

export function useQuestions(
  role: 'asked' | 'routed',
  cursor: string | undefined,
): LiveData<QuestionsPage> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: `${role} ${cursor ?? ''}`,
    load: () => api.getQuestions(role, cursor),
    ...FOLLOW,
  });
}

export function useCalendar(): LiveData<CalendarFeed> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'calendar',
    load: () => api.getCalendar(),
    pollMs: SLOW_POLL_MS,
  });
}

export function useMeetings(): LiveData<ChampionMeetings> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'meetings',
    load: () => api.getMeetings(),
    ...FOLLOW,
  });
}

export function useProgrammeSettings(): LiveData<ProgrammeState> {
  const api = useApi(championsApiRef);
  return useLiveData({
    key: 'settings',
    load: () => api.getProgrammeSettings(),
    pollMs: SLOW_POLL_MS,
  });
}
