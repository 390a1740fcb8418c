import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';

/** How the 100 points of a scorecard are divided, to one decimal; the parts add up. */
export interface PointsDivision {
  passed: number;
  unknown: number;
  failedAndWaived: number;
}

function toTenths(points: number): number {
  return Math.round(points * 10);
}

/**
 * How the points are divided into passed, unknown, and failed or waived.
 * Undefined where the viewer may not see the parts, or no check applies.
 */
export function pointsDivision(
  scorecard: ScorecardView,
): PointsDivision | undefined {
  const { redacted, scoreLow, scoreHigh } = scorecard;
  if (redacted || scoreLow === undefined || scoreHigh === undefined) {
    return undefined;
  }
  const passed = toTenths(scoreLow);
  const unknown = toTenths(scoreHigh) - passed;
  return {
    passed: passed / 10,
    unknown: unknown / 10,
    failedAndWaived: (1000 - passed - unknown) / 10,
  };
}
