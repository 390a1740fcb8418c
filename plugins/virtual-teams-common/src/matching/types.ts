import { SkillLevel } from '../expertise';

/** Why somebody fits, or what is not known. @public */
export interface SuggestionReason {
  kind:
    'skill' | 'endorsed' | 'platform' | 'willing' | 'availability' | 'unknown';
  text: string;
  /** `unknown` is drawn as not known, never as good. */
  isKnown: boolean;
}

/** Somebody who opted in and could close a gap. @public */
export interface Suggestion {
  userRef: string;
  platformRef?: string;
  homeGroupRef?: string;
  reasons: SuggestionReason[];
  /** Share that the person still has to give, in percent; absent if not known. */
  freePct?: number;
  /** Higher fits better; for ordering only, never shown. */
  fit: number;
}

/** A gap of a team with those who fit it. @public */
export interface GapSuggestions {
  skillId: string;
  title: string;
  level: SkillLevel;
  missing: number;
  /** In suggested order. */
  people: Suggestion[];
  /** Who match but give all their time already; counted, never named. */
  atLimit: number;
  /** Who is best for this gap when all gaps are closed together. */
  assigned: string[];
}

/** `GET /teams/{namespace}/{name}/suggestions` @public */
export interface TeamSuggestions {
  asOf: string;
  gaps: GapSuggestions[];
  /** Platforms of the team's scope of which nobody is a member. */
  missingPlatformRefs: string[];
}

/** `POST /suggestions`: for a team that is being written. @public */
export interface SuggestionsInput {
  requiredExpertise: {
    skillId: string;
    level: SkillLevel;
    count: number;
    title?: string;
  }[];
  platformRefs: string[];
  memberRefs: string[];
}

/** What speaks for a proposal. @public */
export interface ProposalEvidence {
  text: string;
  /** Where the rows behind it are, within the portal. */
  path?: string;
}

/** A team that the data proposes. @public */
export interface TeamProposal {
  id: string;
  /** What found it; others can be added by modules. */
  source: string;
  title: string;
  outcome: string;
  /** Checks that fail in common. */
  checkIds: string[];
  platformRefs: string[];
  /** With what a team may begin, of what the reader sees. */
  entityRefs: string[];
  /** All that the reader sees, of those that are kept. */
  entityCount: number;
  /** More speaks for it than is kept. */
  entityCountIsLowerBound?: boolean;
  requiredExpertise: { skillId: string; level: SkillLevel; count: number }[];
  evidence: ProposalEvidence[];
  /** A team that works on it already. */
  teamRef?: string;
  /** How many people would fit its gaps, of whom the reader may find. */
  candidates: number;
  since: string;
}

/** `GET /proposals` @public */
export interface TeamProposals {
  asOf: string;
  items: TeamProposal[];
  /** Sources that could not be asked. */
  missing: string[];
}
