import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { programmeRouteRef } from '../routes';

/**
 * Where somebody is nominated for a scope; undefined in a portal without the
 * page of the programme.
 */
export function useNominatePath(): (scopeRef: string) => string | undefined {
  const programme = useRouteRef(programmeRouteRef);
  return useCallback(
    scopeRef =>
      programme &&
      `${programme()}?${new URLSearchParams({ nominate: scopeRef })}`,
    [programme],
  );
}
