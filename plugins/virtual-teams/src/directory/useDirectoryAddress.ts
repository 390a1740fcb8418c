import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  TEAM_KINDS,
  TEAM_STATUSES,
  TeamsQuery,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { useMemo } from 'react';

export const ORDERS = ['recent', 'title', 'ends'] as const;

/** What is looked for, as it stands in the address. */
export interface DirectoryFilter {
  q?: string;
  platform?: string;
  skill?: string;
  kind?: string;
  state?: string;
  needsHelp?: string;
  sort?: string;
}

const NAMES: (keyof DirectoryFilter)[] = [
  'q',
  'platform',
  'skill',
  'kind',
  'state',
  'needsHelp',
  'sort',
];

/** The query of what stands in the address; what no filter knows is left out. */
export function queryOf(filter: DirectoryFilter): TeamsQuery {
  const kind = TEAM_KINDS.find(each => each === filter.kind);
  const status = TEAM_STATUSES.find(each => each === filter.state);
  const orderBy = ORDERS.find(each => each === filter.sort);
  return {
    ...(filter.q && { q: filter.q }),
    ...(filter.platform && { platform: filter.platform }),
    ...(filter.skill && { skill: filter.skill }),
    ...(kind && { kind }),
    ...(status && { status: [status] }),
    ...(filter.needsHelp && { needsHelp: true }),
    ...(orderBy && { orderBy }),
  };
}

/** Filters of the directory, kept in the address. */
export function useDirectoryAddress(): {
  filter: DirectoryFilter;
  isFiltered: boolean;
  change: (next: DirectoryFilter) => void;
  clear: () => void;
} {
  const [params, setParams] = useAppSearchParams();
  return useMemo(() => {
    const filter: DirectoryFilter = Object.fromEntries(
      NAMES.flatMap(name => {
        const value = params.get(name);
        return value ? [[name, value]] : [];
      }),
    );
    const go = (next: DirectoryFilter) =>
      setParams(
        before => {
          for (const name of NAMES) {
            const value = next[name];
            if (value) {
              before.set(name, value);
            } else {
              before.delete(name);
            }
          }
          return before;
        },
        { replace: true },
      );
    return {
      filter,
      isFiltered: NAMES.some(name => name !== 'sort' && filter[name]),
      change: next => go({ ...filter, ...next }),
      clear: () => go({ sort: filter.sort }),
    };
  }, [params, setParams]);
}
