import { createRouteRef } from '@backstage/frontend-plugin-api';

/** Findings of everything that the viewer may see. */
export const findingsRouteRef = createRouteRef();

/** Where the contents stand below an entity's page. */
export const ENTITY_PATHS = {
  findings: '/security/findings',
  reports: '/security/reports',
} as const;
