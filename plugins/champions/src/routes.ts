import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of the programme. */
export const programmeRouteRef = createRouteRef();

/** The desk of who is signed in. */
export const deskRouteRef = createRouteRef();
