import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { HistoryRange, parseRange } from '../../model/historyRange';

/** The range of days that is shown, kept in the address. */
export function useHistoryRange(
  now: number,
): [HistoryRange, (range: HistoryRange) => void] {
  const [search, setSearch] = useAppSearchParams();
  const range = parseRange(search.get('from'), search.get('to'), now);
  return [
    range,
    ({ from, to }) =>
      setSearch(
        previous => {
          previous.set('from', from);
          previous.set('to', to);
          return previous;
        },
        { replace: true },
      ),
  ];
}
