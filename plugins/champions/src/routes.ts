import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page of the programme. */
export const programmeRouteRef = createRouteRef();

/** The desk of who is signed in. */
export const deskRouteRef = createRouteRef();

/** The findings of all that one may see, in portals that have them. */
export const findingsRouteRef = createExternalRouteRef({
  defaultTarget: 'ingestion.findings',
});

/** The list of components by level, in portals that have scorecards. */
export const scorecardsRouteRef = createExternalRouteRef({
  defaultTarget: 'scorecards.root',
});
