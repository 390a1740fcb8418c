import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';

/** Where the scorecard stands below the page of an entity. */
export const SCORECARD_PATH = '/security/scorecard';

/**
 * Addresses below the page of an entity. Undefined in a portal without a
 * catalog page.
 */
export function useEntityPath(): (
  entityRef: string,
  path?: string,
) => string | undefined {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    (entityRef, path = '') =>
      entityRoute && `${entityRoute(entityRouteParams(entityRef))}${path}`,
    [entityRoute],
  );
}
