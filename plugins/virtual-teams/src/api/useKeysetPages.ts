import { LiveData, LiveDataOptions, useLiveData } from '@synchrony/ui';
import { useRef } from 'react';

/** A page of a list that has others after it. */
export interface KeysetPage {
  items: unknown[];
  pageInfo: { nextCursor?: string };
}

/**
 * A list that grows a page at a time. What is shown is read again as a whole,
 * so that it stays current and nothing is twice in it.
 */
export function useKeysetPages<P extends KeysetPage>(
  options: Omit<LiveDataOptions<P>, 'load'> & {
    loadPage: (cursor: string | undefined) => Promise<P>;
  },
): LiveData<P> & { showMore: () => void } {
  const { loadPage, ...rest } = options;
  const wanted = useRef({ key: rest.key, pages: 1 });
  if (wanted.current.key !== rest.key) {
    wanted.current = { key: rest.key, pages: 1 };
  }
  const live = useLiveData<P>({
    ...rest,
    load: async () => {
      const first = await loadPage(undefined);
      let last = first;
      const items = [...first.items];
      for (
        let page = 1;
        page < wanted.current.pages && last.pageInfo.nextCursor;
        page++
      ) {
        last = await loadPage(last.pageInfo.nextCursor);
        items.push(...last.items);
      }
      return { ...first, items, pageInfo: last.pageInfo };
    },
  });
  return {
    ...live,
    showMore: () => {
      wanted.current.pages += 1;
      live.reload();
    },
  };
}
