import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { FindingsFilter, readFilter, writeFilter } from './findingsFilter';

const SELECTED = 'finding';

/** The filter and the selected finding, both kept in the address. */
export interface FindingsAddress {
  filter: FindingsFilter;
  /** Changes the filter; the list starts at its first page again. */
  setFilter(change: Partial<FindingsFilter>): void;
  clearFilter(): void;
  goTo(cursor: string | undefined): void;
  selectedId?: string;
  select(id: string | undefined): void;
}

export function useFindingsAddress(): FindingsAddress {
  const [params, setParams] = useAppSearchParams();
  return useMemo(() => {
    const filter = readFilter(params);
    const selectedId = params.get(SELECTED) ?? undefined;

    const write = (
      next: Partial<FindingsFilter>,
      id: string | undefined,
      options?: { replace: boolean },
    ) => {
      const written = writeFilter(next);
      if (id) {
        written.set(SELECTED, id);
      }
      setParams(written, options);
    };

    return {
      filter,
      selectedId,
      setFilter: change =>
        write({ ...filter, cursor: undefined, ...change }, undefined),
      clearFilter: () => {
        const { groupBy, orderBy } = filter;
        write({ groupBy, orderBy }, undefined);
      },
      goTo: cursor => write({ ...filter, cursor }, undefined),
      select: id => write(filter, id, { replace: true }),
    };
  }, [params, setParams]);
}
