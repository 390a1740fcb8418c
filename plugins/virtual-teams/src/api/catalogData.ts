import { useApi } from '@backstage/frontend-plugin-api';
import {
  FaultyDeclarations,
  OwnedByTeams,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LiveData } from '@synchrony/ui';
import { FOLLOW } from './follow';
import { KeysetPage, useKeysetPages } from './useKeysetPages';
import { virtualTeamsApiRef } from './virtualTeamsApiRef';

/** The next page that has something; one whose rows are all hidden has not. */
async function nextFilled<P extends KeysetPage>(
  loadPage: (cursor: string | undefined) => Promise<P>,
  cursor: string | undefined,
): Promise<P> {
  let page = await loadPage(cursor);
  while (page.items.length === 0 && page.pageInfo.nextCursor) {
    page = await loadPage(page.pageInfo.nextCursor);
  }
  return page;
}

/** Files of teams that are not applied, which the reader may put right. */
export function useFaultyDeclarations(): LiveData<FaultyDeclarations> & {
  showMore: () => void;
} {
  const api = useApi(virtualTeamsApiRef);
  return useKeysetPages<FaultyDeclarations>({
    key: 'faulty-declarations',
    loadPage: cursor =>
      nextFilled(next => api.getFaultyDeclarations(next), cursor),
    ...FOLLOW,
  });
}

/** Entities that name a virtual team as owner, which the reader may put right. */
export function useOwnedByTeams(): LiveData<OwnedByTeams> & {
  showMore: () => void;
} {
  const api = useApi(virtualTeamsApiRef);
  return useKeysetPages<OwnedByTeams>({
    key: 'owned-by-teams',
    loadPage: cursor => nextFilled(next => api.getOwnedByTeams(next), cursor),
    ...FOLLOW,
  });
}
