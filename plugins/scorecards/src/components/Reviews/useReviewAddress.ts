import {
  useAppSearchParams,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { reviewsRouteRef } from '../../routes';

/** What of a summary is shown. */
export const SUMMARY_FILTERS = [
  'discussed',
  'skipped',
  'action',
  'waiver',
  'note',
  'open',
  'done',
  'risen',
  'fallen',
] as const;

export type SummaryFilter = (typeof SUMMARY_FILTERS)[number];

/** What the page shows, as its address says it. */
export interface ReviewAddress {
  /** Without one, the list. */
  review?: string;
  form?: 'new' | 'edit';
  /** Ref of the component on screen; without one, what the facilitator shows. */
  service?: string;
  show?: SummaryFilter;
  /** Ref that a new review begins with. */
  within?: string;
  cursor?: string;
}

function parse(search: URLSearchParams): ReviewAddress {
  const form = search.get('form');
  return {
    review: search.get('review') ?? undefined,
    form: form === 'new' || form === 'edit' ? form : undefined,
    service: search.get('service') ?? undefined,
    show: SUMMARY_FILTERS.find(each => each === search.get('show')),
    within: search.get('within') ?? undefined,
    cursor: search.get('cursor') ?? undefined,
  };
}

function entriesOf(address: ReviewAddress): [string, string][] {
  return Object.entries(address).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
}

/** The address of the page, links within it, and how to change it. */
export function useReviewAddress() {
  const [search, setSearch] = useAppSearchParams();
  const path = useRouteRef(reviewsRouteRef)?.() ?? '/scorecards/reviews';
  return useMemo(() => {
    const address = parse(search);
    return {
      address,
      hrefOf: (to: ReviewAddress) => {
        const query = new URLSearchParams(entriesOf(to)).toString();
        return query ? `${path}?${query}` : path;
      },
      go: (to: ReviewAddress) => setSearch(entriesOf(to)),
      change: (change: Partial<ReviewAddress>) =>
        setSearch(entriesOf({ ...address, ...change }), { replace: true }),
    };
  }, [path, search, setSearch]);
}
