import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page with all scorecards. */
export const rootRouteRef = createRouteRef();

/** The page with campaigns. */
export const campaignsRouteRef = createRouteRef();

/** The page with scorecard reviews. */
export const reviewsRouteRef = createRouteRef();

/** The page with definitions, and what they would change. */
export const definitionsRouteRef = createRouteRef();

/** Where waivers are asked for, in portals that have them. */
export const waiversRouteRef = createExternalRouteRef({
  defaultTarget: 'ingestion.waivers',
});
