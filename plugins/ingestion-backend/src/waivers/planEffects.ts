import { decideWaiver, WaiverOffer, worseThanApproved } from './decideWaiver';
import { MatchedFinding } from './types';

/** Findings that come under a waiver, or under another one than before. */
export interface Acceptance {
  waiverId: string;
  until: number;
  findingIds: string[];
}

/** Findings that no waiver covers any more. */
export interface Release {
  /** The waiver that covered them. */
  waiverId: string;
  /** In what they are worse than it goes; undefined where it has ended. */
  worse?: 'kev' | 'severity';
  findingIds: string[];
}

export interface WaiverEffects {
  accepted: Acceptance[];
  released: Release[];
}

/** A finding with the active waivers that match it. */
export interface OfferedFinding {
  finding: MatchedFinding;
  offers: WaiverOffer[];
}

/** What active waivers change of findings. Pure: it changes nothing. */
export function planEffects(findings: OfferedFinding[]): WaiverEffects {
  const accepted = new Map<string, Acceptance>();
  const released = new Map<string, Release>();
  for (const { finding, offers } of findings) {
    const { id, waiverId } = finding;
    const deciding = decideWaiver(finding, offers);
    if (deciding) {
      if (!isAsDecided(finding, deciding)) {
        const group = accepted.get(deciding.waiverId) ?? {
          waiverId: deciding.waiverId,
          until: deciding.expiresAt,
          findingIds: [],
        };
        group.findingIds.push(id);
        accepted.set(deciding.waiverId, group);
      }
    } else if (waiverId !== undefined) {
      const own = offers.find(offer => offer.waiverId === waiverId);
      const worse = own && worseThanApproved(finding, own);
      const key = `${waiverId} ${worse}`;
      const group = released.get(key) ?? { waiverId, worse, findingIds: [] };
      group.findingIds.push(id);
      released.set(key, group);
    }
  }
  return { accepted: [...accepted.values()], released: [...released.values()] };
}

/** Where a finding is not open, the waiver is only noted for when it is. */
function isAsDecided(
  { status, waivedUntil, waiverId }: MatchedFinding,
  deciding: WaiverOffer,
): boolean {
  return (
    status !== 'open' &&
    waiverId === deciding.waiverId &&
    waivedUntil === deciding.expiresAt
  );
}
