import { WAIVER_KINDS } from '@synchrony/backstage-plugin-ingestion-common';
import { FindingWaiverKind } from './types';

/** An active waiver that matches a finding. */
export interface WaiverOffer {
  waiverId: string;
  kind: FindingWaiverKind;
  expiresAt: number;
  /** 0 is critical: the worst that was approved. */
  approvedSeverity: number;
}

/**
 * The waiver that decides on a finding of a severity: the most specific one
 * that was approved for as bad as it is. Of two alike the one that ends later
 * decides.
 */
export function decideWaiver(
  severity: number,
  offers: readonly WaiverOffer[],
): WaiverOffer | undefined {
  return offers
    .filter(({ approvedSeverity }) => severity >= approvedSeverity)
    .sort(
      (a, b) =>
        WAIVER_KINDS.indexOf(a.kind) - WAIVER_KINDS.indexOf(b.kind) ||
        b.expiresAt - a.expiresAt ||
        (a.waiverId < b.waiverId ? -1 : 1),
    )
    .at(0);
}
