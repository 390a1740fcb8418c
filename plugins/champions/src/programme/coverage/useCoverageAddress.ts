import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { TEAM_LOOKS, TeamLook } from './teamLook';

/** Which teams the table lists. */
export type TeamFilter = TeamLook | 'too_many_scopes' | 'with_deputy';

export const TEAM_FILTERS: readonly TeamFilter[] = [
  ...TEAM_LOOKS,
  'too_many_scopes',
  'with_deputy',
];

/** What is shown, kept in the address. */
export interface CoverageAddress {
  isTable: boolean;
  filter?: TeamFilter;
  /** Ref of the team whose details are open. */
  team?: string;
  showMap(): void;
  showTable(filter?: TeamFilter): void;
  open(team: string | undefined): void;
}

/** The query of the table with some of the teams. */
export function tableQuery(filter?: TeamFilter): Record<string, string> {
  return { show: 'table', ...(filter && { only: filter }) };
}

export function useCoverageAddress(): CoverageAddress {
  const [params, setParams] = useAppSearchParams();
  return useMemo(() => {
    const isTable = params.get('show') === 'table';
    const filter = TEAM_FILTERS.find(each => each === params.get('only'));
    const team = params.get('team') ?? undefined;
    const go = (query: Record<string, string>, open?: string) =>
      setParams({ ...query, ...(open && { team: open }) }, { replace: true });
    return {
      isTable,
      filter,
      team,
      showMap: () => go({}, team),
      showTable: only => go(tableQuery(only), team),
      open: next => go(isTable ? tableQuery(filter) : {}, next),
    };
  }, [params, setParams]);
}
