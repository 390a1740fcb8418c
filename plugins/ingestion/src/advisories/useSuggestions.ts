import { useApi } from '@backstage/frontend-plugin-api';
import { FoundPackage } from '@synchrony/backstage-plugin-ingestion-common';
import { useEffect, useState } from 'react';
import { inventoryApiRef } from '../api';
import { parseSearch } from './parseSearch';

const PAUSE_MS = 250;
const SHORTEST = 2;

/** Packages whose names begin with what was typed; none where it is no name. */
export function useSuggestions(text: string): FoundPackage[] {
  const api = useApi(inventoryApiRef);
  const [found, setFound] = useState<FoundPackage[]>([]);
  const search = parseSearch(text);
  const name =
    search?.kind === 'package' &&
    search.version === undefined &&
    !/^pkg:/i.test(text) &&
    search.package.length >= SHORTEST
      ? search.package
      : undefined;

  useEffect(() => {
    let isCurrent = true;
    if (name === undefined) {
      setFound([]);
      return undefined;
    }
    const timer = setTimeout(() => {
      // Without suggestions the search works all the same.
      api.suggestPackages(name).then(
        ({ items }) => isCurrent && setFound(items),
        () => isCurrent && setFound([]),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, name]);

  return found;
}
