import { useRouteRef } from '@backstage/frontend-plugin-api';
import { definitionsRouteRef } from '../../routes';

/** Address of the page with definitions. */
export function useDefinitionsPath(): string {
  return useRouteRef(definitionsRouteRef)?.() ?? '/scorecards/definitions';
}
