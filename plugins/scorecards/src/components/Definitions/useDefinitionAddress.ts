import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';

/** Which definition is open, as the address says it. */
export interface DefinitionAddress {
  /** Id of a check, or `id@version` of an older one that is still in use. */
  check?: string;
  /** Id of a scorecard. */
  scorecard?: string;
  open: (definition: { check?: string; scorecard?: string }) => void;
}

/** Reads and writes which definition is open in the address. */
export function useDefinitionAddress(): DefinitionAddress {
  const [search, setSearch] = useAppSearchParams();
  const open = useCallback(
    (definition: { check?: string; scorecard?: string }) =>
      setSearch(
        previous => {
          for (const name of ['check', 'scorecard'] as const) {
            const value = definition[name];
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
  return {
    check: search.get('check') ?? undefined,
    scorecard: search.get('scorecard') ?? undefined,
    open,
  };
}
