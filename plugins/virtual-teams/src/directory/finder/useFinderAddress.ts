import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  DiscoveryQuery,
  WILLING,
  Willing,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { useMemo } from 'react';

/** What is looked for, as it stands in the address. */
export interface FinderAddress {
  q?: string;
  skill?: string;
  platform?: string;
  willing?: Willing;
  isAvailable: boolean;
  query: DiscoveryQuery;
  isFiltered: boolean;
  change: (
    next: Partial<
      Record<'q' | 'skill' | 'platform' | 'willing' | 'available', string>
    >,
  ) => void;
  clear: () => void;
}

/** What the finder looks for, kept in the address. */
export function useFinderAddress(): FinderAddress {
  const [params, setParams] = useAppSearchParams();
  return useMemo(() => {
    const q = params.get('q') ?? undefined;
    const skill = params.get('skill') ?? undefined;
    const platform = params.get('platform') ?? undefined;
    const willing = WILLING.find(each => each === params.get('willing'));
    const isAvailable = params.has('available');
    return {
      q,
      skill,
      platform,
      willing,
      isAvailable,
      isFiltered: Boolean(q || skill || platform || willing || isAvailable),
      query: {
        ...(q && { q }),
        ...(skill && { skills: [skill] }),
        ...(platform && { platform }),
        ...(willing && { willing: [willing] }),
        ...(isAvailable && { available: true }),
      },
      change: next =>
        setParams(
          before => {
            for (const [name, value] of Object.entries(next)) {
              if (value) {
                before.set(name, value);
              } else {
                before.delete(name);
              }
            }
            return before;
          },
          { replace: true },
        ),
      clear: () => setParams({}, { replace: true }),
    };
  }, [params, setParams]);
}
