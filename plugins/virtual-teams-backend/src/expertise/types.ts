import {
  Availability,
  EndorsementContext,
  ExpertiseVisibility,
} from '@synchrony/backstage-plugin-virtual-teams-common';

export interface StoredProfile {
  personId: number;
  visibility: ExpertiseVisibility;
  availability: Availability;
  limitPct?: number;
  note?: string;
  homeGroupRef?: string;
  platformRef?: string;
  updatedAt: number;
}

export interface StoredExpertise {
  personId: number;
  skillId: string;
  /** Index in SKILL_LEVELS. */
  level: number;
  isMentor: boolean;
  isJoining: boolean;
  isReviewing: boolean;
  isTalking: boolean;
  evidenceLinks: string[];
  visibility?: ExpertiseVisibility;
  shownTo: ExpertiseVisibility;
  confirmedAt: number;
  endorsementCount: number;
}

export interface StoredEndorsement {
  id: string;
  personId: number;
  skillId: string;
  endorserId: number;
  context: EndorsementContext;
  subject?: string;
  text: string;
  at: number;
  counts: boolean;
}

/** Who looks, as far as it decides whom they find. */
export interface Viewer {
  /** Direct groups of the viewer; empty for services. */
  groupRefs: string[];
}
