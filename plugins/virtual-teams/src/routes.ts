import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The directory of teams and of expertise. */
export const directoryRouteRef = createRouteRef();

/** One team. */
export const teamRouteRef = createRouteRef({ params: ['namespace', 'name'] });

/** A team that is not there yet. */
export const newTeamRouteRef = createRouteRef();

/** Changing what is written of a team. */
export const editTeamRouteRef = createRouteRef({
  params: ['namespace', 'name'],
});

/** The findings of all that one may see, in portals that have them. */
export const findingsRouteRef = createExternalRouteRef({
  defaultTarget: 'ingestion.findings',
});

/** The list of components by level, in portals that have scorecards. */
export const scorecardsRouteRef = createExternalRouteRef({
  defaultTarget: 'scorecards.root',
});

/** What checks ask for, in portals that have scorecards. */
export const definitionsRouteRef = createExternalRouteRef({
  defaultTarget: 'scorecards.definitions',
});
