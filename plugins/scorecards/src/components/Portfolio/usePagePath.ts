import { useRouteRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../../routes';

/** Address of the page with all components. */
export function usePagePath(): string {
  return useRouteRef(rootRouteRef)?.() ?? '/scorecards';
}
