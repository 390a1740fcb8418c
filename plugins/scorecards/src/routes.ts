import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page with all scorecards. */
export const rootRouteRef = createRouteRef();
