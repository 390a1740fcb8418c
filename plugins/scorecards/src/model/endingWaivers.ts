import {
  CheckView,
  isAtLeast,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';

const SOON_MS = 14 * 24 * 60 * 60_000;

/** A check that only a waiver holds, and until when. */
export interface EndingWaiver {
  check: CheckView;
  /** ISO 8601. */
  until: string;
}

/**
 * Waivers on which the level rests and that end within 14 days, the next one
 * first. Nothing for those who may not see evidence: they get no end.
 */
export function endingWaivers(
  { checks, level }: ScorecardView,
  now: Date,
): EndingWaiver[] {
  return checks
    .flatMap(check => {
      const { outcome, requiredFor, waivedUntil } = check;
      const holds =
        outcome === 'waived' &&
        requiredFor !== undefined &&
        isAtLeast(level, requiredFor);
      return holds &&
        waivedUntil !== undefined &&
        Date.parse(waivedUntil) - now.getTime() <= SOON_MS
        ? [{ check, until: waivedUntil }]
        : [];
    })
    .sort((one, other) => Date.parse(one.until) - Date.parse(other.until));
}
