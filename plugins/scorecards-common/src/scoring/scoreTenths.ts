import { Points } from './types';

/**
 * A score in tenths of a point, the unit in which people read it. Differences
 * of such numbers are whole, so that parts of a change add up exactly. Without
 * any check that applies it is 0.
 *
 * @public
 */
export function scoreTenths(points: Points | undefined): number {
  return points ? Math.round(points.low * 10) : 0;
}
