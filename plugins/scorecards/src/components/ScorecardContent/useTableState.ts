import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  ScorecardView,
  Stage,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { useCallback } from 'react';
import { CheckFilter, parseCheckFilter } from '../../model/filters';

/** What the table shows, kept in the address. */
export interface TableState {
  filter: CheckFilter;
  stage?: Stage;
  checkId?: string;
  /** The checks as they stand, or how they came to stand so. */
  view: 'checks' | 'history';
  setFilter: (filter: CheckFilter) => void;
  setStage: (stage: Stage | undefined) => void;
  setView: (view: TableState['view']) => void;
  openCheck: (checkId: string | undefined) => void;
}

/** Reads and writes what the table shows in the address. */
export function useTableState(scorecard: ScorecardView): TableState {
  const [search, setSearch] = useAppSearchParams();

  const set = useCallback(
    (changes: Record<string, string | undefined>) =>
      setSearch(
        previous => {
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined) {
              previous.delete(name);
            } else {
              previous.set(name, value);
            }
          }
          return previous;
        },
        { replace: true },
      ),
    [setSearch],
  );

  const checkId = search.get('check') ?? undefined;
  const stage = STAGES.find(each => each === search.get('stage'));
  const filter = parseCheckFilter(search.get('show'), scorecard);
  const view = search.get('view') === 'history' ? 'history' : 'checks';
  return {
    filter,
    view,
    stage,
    checkId,
    setFilter: show => set({ show }),
    setStage: next => set({ stage: next, show: next ? 'all' : undefined }),
    setView: next =>
      set({ view: next === 'history' ? next : undefined, check: undefined }),
    openCheck: check => set({ check }),
  };
}
