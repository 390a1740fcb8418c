import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { Bucket, bucketsOf } from './buckets';
import { InventorySearch, parseSearch } from './parseSearch';

interface Place {
  bucket?: Bucket;
  owner?: string;
  cursor?: string;
}

/** The search and the part of its answer that is open, both kept in the address. */
export interface SearchAddress {
  text: string;
  search?: InventorySearch;
  bucket: Bucket;
  owner?: string;
  cursor?: string;
  ask(text: string): void;
  goTo(cursor: string | undefined): void;
  /** Where another part of the same answer is. */
  hrefOf(place: Place): string;
}

function write(text: string, place: Place): URLSearchParams {
  return new URLSearchParams({
    q: text,
    ...(place.bucket && { bucket: place.bucket }),
    ...(place.owner && { owner: place.owner }),
    ...(place.cursor && { cursor: place.cursor }),
  });
}

export function useSearchAddress(): SearchAddress {
  const [params, setParams] = useAppSearchParams();
  return useMemo(() => {
    const text = params.get('q') ?? '';
    const search = parseSearch(text);
    const { buckets, first } = search
      ? bucketsOf(search)
      : { buckets: [], first: 'affected' as const };
    const bucket = buckets.find(name => name === params.get('bucket')) ?? first;
    const owner = params.get('owner') ?? undefined;
    return {
      text,
      search,
      bucket,
      owner,
      cursor: params.get('cursor') ?? undefined,
      ask: next => setParams(next === '' ? {} : write(next, {})),
      goTo: cursor => setParams(write(text, { bucket, owner, cursor })),
      hrefOf: place => `?${write(text, place)}`,
    };
  }, [params, setParams]);
}
