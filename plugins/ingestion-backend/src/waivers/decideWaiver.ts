import { WAIVER_KINDS } from '@synchrony/backstage-plugin-ingestion-common';
import { FindingWaiverKind, MatchedFinding } from './types';

/** An active waiver that matches a finding. */
export interface WaiverOffer {
  waiverId: string;
  kind: FindingWaiverKind;
  expiresAt: number;
  /** 0 is critical: the worst that was approved. */
  approvedSeverity: number;
  /** Whether it was approved for what is known to be exploited. */
  approvedKev: boolean;
}

/** How bad a finding is, as far as waivers look at it. */
export type WaivedBadness = Pick<MatchedFinding, 'severity' | 'kev'>;

/** In what a finding is worse than what was approved; undefined for in nothing. */
export function worseThanApproved(
  { kev, severity }: WaivedBadness,
  { approvedKev, approvedSeverity }: WaiverOffer,
): 'kev' | 'severity' | undefined {
  if (kev && !approvedKev) {
    return 'kev';
  }
  return severity < approvedSeverity ? 'severity' : undefined;
}

/**
 * The waiver that decides on a finding: the most specific one that was
 * approved for as bad as it is. Of two alike the one that ends later
 * decides.
 */
export function decideWaiver(
  finding: WaivedBadness,
  offers: readonly WaiverOffer[],
): WaiverOffer | undefined {
  return offers
    .filter(offer => worseThanApproved(finding, offer) === undefined)
    .sort(
      (a, b) =>
        WAIVER_KINDS.indexOf(a.kind) - WAIVER_KINDS.indexOf(b.kind) ||
        b.expiresAt - a.expiresAt ||
        (a.waiverId < b.waiverId ? -1 : 1),
    )
    .at(0);
}
