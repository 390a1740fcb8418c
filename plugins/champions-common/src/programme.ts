import { AssignmentStatus, ChampionLevel, ChampionRole } from './assignments';
import { CoverageReason, CoverageState } from './coverage';

/** An area in which a champion can be stronger than others. @public */
export interface Specialism {
  id: string;
  title: string;
  /** Questions about findings of these types go here first. */
  findingTypes: string[];
  /** Questions about checks of these stages go here first. */
  stages: string[];
}

/** @public */
export interface TrainingCourse {
  id: string;
  title: string;
  /** The level that it belongs to; a level needs all of its required courses. */
  level: ChampionLevel;
  isRequired: boolean;
  /** Days after which it has to be done again. */
  validDays?: number;
  /** Whether the person's own word is enough. */
  selfAttested: boolean;
  url?: string;
}

/** A regular time at which champions can ask AppSec. @public */
export interface OfficeHours {
  id: string;
  title: string;
  /** 1 is Monday. */
  weekday: number;
  /** `HH:MM` in `timeZone`. */
  startsAt: string;
  minutes: number;
  /** IANA name. */
  timeZone: string;
  url?: string;
}

/** When people are sent what waits for them, in one notification. @public */
export interface DigestSettings {
  every: 'daily' | 'weekly' | 'off';
  /** Of a weekly one; 1 is Monday. */
  weekday: number;
  /** Hour of the day in `timeZone` from which it is sent. */
  hour: number;
  /** IANA name. */
  timeZone: string;
}

/** The programme as code. @public */
export interface ProgrammeSettings {
  /** Groups of these `spec.type` have to be covered if they own something in production. */
  mustCover: { groupTypes: string[] };
  /** Share of working time that is proposed, and that a person gives at most, in percent. */
  capacity: { defaultPct: number; maxPct: number };
  /** More scopes than this a person covers thinly. */
  maxScopes: number;
  confirmationDays: number;
  nominationDays: number;
  /** Days that a lapsed assignment can still be confirmed. */
  lapsedDays: number;
  /** The level at which an onboarding champion becomes active. */
  activeFromLevel: ChampionLevel;
  /** Whether who is declared in the catalog counts without accepting. */
  trustCatalogChampions: boolean;
  /** One champion for this many developers is the aim. */
  developersPerChampion: number;
  levels: { level: ChampionLevel; title: string }[];
  specialisms: Specialism[];
  training: TrainingCourse[];
  officeHours: OfficeHours[];
  digest: DigestSettings;
  /** Ref of the group that is told when nobody else can be. */
  captains: string;
}

/** Where a fault stands in the file of the programme. @public */
export interface ProgrammeFault {
  message: string;
  line?: number;
  column?: number;
}

/** `GET /programme/settings` @public */
export interface ProgrammeState {
  settings: ProgrammeSettings;
  /** Where the settings come from; absent for those that are built in. */
  location?: string;
  loadedAt: string;
  /** Of the newest file, where the settings are an earlier, good one. */
  faults: ProgrammeFault[];
}

/** A team of the coverage map. @public */
export interface ScopeCoverage {
  groupRef: string;
  title: string;
  /** The group that it stands under on the map. */
  platformRef?: string;
  state: CoverageState;
  reasons: CoverageReason[];
  /** Somebody has been asked and has not become active yet. */
  isPending: boolean;
  /** Of champion and deputies, where it is inherited. */
  inheritedFrom?: string;
  /** Whether the programme asks for a champion here. */
  mustBeCovered: boolean;
  components: number;
  /** Components by tier, `none` for those without. */
  tiers: Record<string, number>;
  /** Who has accepted; the names that everybody may see. */
  primary?: string;
  deputies: string[];
  endsAt?: string;
}

/** Share of components that are covered, of one tier. @public */
export interface TierCoverage {
  tier: string;
  covered: number;
  thin: number;
  atRisk: number;
  uncovered: number;
}

/** A figure about people that is given for five and more only. @public */
export type PeopleFigure<T> =
  { isShown: true; value: T } | { isShown: false; minimum: number };

/** SAMM's words for how many teams have a champion. @public */
export type SammCoverage = 'none' | 'some' | 'at_least_half' | 'most_or_all';

/** `GET /programme` @public */
export interface ProgrammeOverview {
  asOf: string;
  /** Teams that have to be covered. */
  teams: Record<CoverageState | 'pending', number>;
  totalTeams: number;
  /** Active champions and deputies, each person once. */
  people: number;
  deputyTeams: number;
  developers: number;
  samm: SammCoverage;
  /**
   * Share of tier weights (8, 4, 2, 1) of components that are covered or
   * covered thinly, in percent.
   */
  riskWeightedPct?: number;
  tiers: TierCoverage[];
  /** How many people cover 1, 2, 3, … teams as primary. */
  busFactor: { teams: number; people: number }[];
  maxScopes: number;
  /** People by level. */
  levels: PeopleFigure<{ level: ChampionLevel; people: number }[]>;
  /** Median of days from nomination to active. */
  daysToActive: PeopleFigure<{ median: number; n: number }>;
}

/** `GET /programme/coverage` @public */
export interface CoverageMap {
  asOf: string;
  items: ScopeCoverage[];
}

/** One place of the nomination pipeline. @public */
export interface PipelineEntry {
  assignmentId: string;
  scopeRef: string;
  role: ChampionRole;
  status: AssignmentStatus;
  /** Since when it stands there. */
  since: string;
  /** Only for who runs the programme, leads the scope or is the person. */
  userRef?: string;
}

/** `GET /programme/pipeline` @public */
export interface Pipeline {
  asOf: string;
  nominated: PipelineEntry[];
  accepted: PipelineEntry[];
  onboarding: PipelineEntry[];
  /** Became active within 90 days. */
  active: PipelineEntry[];
}

/** Somebody who offered to help. @public */
export interface VolunteerSuggestion {
  userRef: string;
  /** In plain words: same team, skills, time left. */
  reasons: string[];
  specialisms: string[];
  /** Percent of working time that is left of what the person offers. */
  capacityLeftPct: number;
  /** Higher fits better; for ordering only. */
  fit: number;
}

/** A scope without a champion, or soon without. @public */
export interface Vacancy {
  scopeRef: string;
  state: CoverageState;
  reasons: CoverageReason[];
  since: string;
  components: number;
  tier1: number;
  /** Whether the reader may nominate and sees who offered. */
  suggestions?: VolunteerSuggestion[];
}

/** `GET /programme/vacancies` @public */
export interface Vacancies {
  asOf: string;
  items: Vacancy[];
}

/** One row of the list of people; for who runs the programme only. @public */
export interface ProgrammePerson {
  userRef: string;
  level: ChampionLevel;
  capacityPct: number;
  scopes: { scopeRef: string; role: ChampionRole; status: AssignmentStatus }[];
  nextConfirmAt?: string;
}

/** `GET /programme/people` @public */
export interface ProgrammePeople {
  items: ProgrammePerson[];
  pageInfo: { nextCursor?: string };
}
