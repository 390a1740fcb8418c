import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { useLiveData } from '@synchrony/ui';

const NEVER_MS = 60 * 60_000;

/** The names of platforms as people read them, by ref; empty while unknown. */
export function usePlatformNames(refs: string[]): Record<string, string> {
  const catalog = useApi(catalogApiRef);
  const live = useLiveData({
    key: [...refs].sort().join(' '),
    load: async () => {
      if (refs.length === 0) {
        return {};
      }
      const { items } = await catalog.getEntitiesByRefs({ entityRefs: refs });
      return Object.fromEntries(
        refs.flatMap((ref, index) => {
          const entity = items[index];
          return entity
            ? [[ref, entityPresentationSnapshot(entity).primaryTitle]]
            : [];
        }),
      );
    },
    pollMs: NEVER_MS,
  });
  return live.value ?? {};
}
