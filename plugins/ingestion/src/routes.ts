import { createRouteRef } from '@backstage/frontend-plugin-api';

/** Findings of everything that the viewer may see. */
export const findingsRouteRef = createRouteRef();

/** Who accepted which risk, and until when. */
export const waiversRouteRef = createRouteRef();

/** Who has a package, or is concerned by an advisory. */
export const advisoriesRouteRef = createRouteRef();

/** What arrives, and what became of it. */
export const ingestionRouteRef = createRouteRef();

/** Where the contents stand below an entity's page. */
export const ENTITY_PATHS = {
  findings: '/security/findings',
  inventory: '/security/inventory',
  waivers: '/security/waivers',
  reports: '/security/reports',
} as const;
