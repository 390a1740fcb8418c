import { ChampionAssignment } from './assignments';
import { CoverageState } from './coverage';

/** @public */
export const DESK_SECTIONS = [
  'critical',
  'due',
  'waivers',
  'reviews',
  'questions',
  'evidence',
] as const;

/**
 * What is on a desk: new critical findings, findings that breach within seven
 * days, waivers to decide on or that end, actions of scorecard reviews,
 * questions, components whose evidence went quiet.
 *
 * @public
 */
export type DeskSection = (typeof DESK_SECTIONS)[number];

/** When something has to be done. @public */
export type DeskUrgency = 'now' | 'week' | 'later';

/** One thing that needs a champion. @public */
export interface DeskItem {
  section: DeskSection;
  urgency: DeskUrgency;
  /** Unique on the desk. */
  id: string;
  entityRef: string;
  title: string;
  /** A line of what else is known. */
  detail: string;
  severity?: string;
  /** Known to be exploited. */
  isKev?: boolean;
  /** When it runs out, ISO 8601. */
  dueAt?: string;
  /** Since when it waits, ISO 8601. */
  since?: string;
  /** A path of the portal where it is done. */
  path: string;
}

/** How one section could be filled. @public */
export interface DeskSectionState {
  section: DeskSection;
  /** `missing` where the plugin is not installed or does not answer. */
  state: 'complete' | 'missing' | 'forbidden';
  count: number;
  /** Whether there is more than was counted. */
  isLowerBound: boolean;
  /** At how many of the desk's components it looked, where not at all. */
  components?: number;
}

/** One scope of the person whose desk it is. @public */
export interface DeskScope {
  assignment: ChampionAssignment;
  coverage: CoverageState;
  components: number;
  tier1: number;
  /** Components by level, absent where levels are not known. */
  levels?: Record<string, number>;
}

/** `GET /desk` @public */
export interface Desk {
  asOf: string;
  scopes: DeskScope[];
  /** Components that the desk looks at. */
  components: number;
  sections: DeskSectionState[];
  /** Most urgent first. */
  items: DeskItem[];
}

/** `GET /briefs/{scopeRef}/{month}` @public */
export interface TeamBrief {
  scopeRef: string;
  /** `YYYY-MM`. */
  month: string;
  /** As of when the numbers are. */
  asOf: string;
  figures: BriefFigures;
  /** Markdown, drafted from the figures until somebody edits it. */
  text: string;
  isEdited: boolean;
  editedAt?: string;
  editedBy?: string;
  version: number;
  mayEdit: boolean;
}

/** The numbers of a brief; absent where their source does not answer. @public */
export interface BriefFigures {
  new?: number;
  fixed?: number;
  overdue?: number;
  acceptedRisk?: number;
  components: number;
  /** The component that is nearest to its next level. */
  nextLevel?: { entityRef: string; level: string; steps: number };
}

/** What a question is about. @public */
export interface QuestionSubject {
  kind: 'entity' | 'finding' | 'check';
  /** Of the finding or check. */
  id?: string;
  /** The finding's type, or the check's stage, for finding the right person. */
  area?: string;
}

/** `POST /questions` @public */
export interface QuestionInput {
  entityRef: string;
  subject: QuestionSubject;
  text: string;
}

/** @public */
export interface Question {
  id: string;
  entityRef: string;
  subject: QuestionSubject;
  text: string;
  askedBy?: string;
  askedAt: string;
  /** A user, or the group of the captains where nobody else is left. */
  routedTo: string;
  /** In plain words. */
  routedBecause: string;
  status: 'open' | 'answered' | 'withdrawn';
  answer?: string;
  answeredAt?: string;
  version: number;
}

/** `GET /questions` @public */
export interface QuestionsPage {
  items: Question[];
  pageInfo: { nextCursor?: string };
}
