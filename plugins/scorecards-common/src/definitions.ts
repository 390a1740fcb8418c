import { CheckActor, EarnedLevel, Effort, Stage, WeightWord } from './types';

/** From when to when a version was in use. @public */
export interface DefinitionTerm {
  version: number;
  /** ISO 8601, UTC. */
  since: string;
  /** ISO 8601, UTC; absent while it is in use. */
  until?: string;
}

/** A scorecard in use that has a check, and what for. @public */
export interface CheckUse {
  scorecardId: string;
  /** Title of the scorecard. */
  title: string;
  /** The level that requires it; absent when it only gives points. */
  requiredFor?: EarnedLevel;
  /** Of some entities, told by a rule over the catalog, a lower level does. */
  sooner?: { when: string; requiredFor: EarnedLevel };
}

/** A check in use, as its file says it. It tells of no entity. @public */
export interface CheckInfo {
  id: string;
  version: number;
  title: string;
  stage: Stage;
  weightWord: WeightWord;
  effort: Effort;
  /** Who can act on it; the team that owns the entity when absent. */
  actor?: CheckActor;
  waivable: boolean;
  sensitive?: boolean;
  rationale: string;
  /** What to do, one sentence. */
  action: string;
  /** How to fix it, Markdown. */
  remediation: string;
  /** CEL; it applies to every entity when absent. */
  appliesWhen?: string;
  /** Why it does not apply otherwise. */
  notApplicableBecause?: string;
  /** CEL. */
  passWhen: string;
  /** When it is unknown, besides when a source has nothing. */
  unknownWhen: { when: string; because: string }[];
  /** Facts that it shows or reads. */
  facts: { path: string; title: string }[];
  /** Ids of the sources of those facts. */
  sources: string[];
  /** Sources that were never registered; while there are any, it waits. */
  waitingFor: string[];
  usedBy: CheckUse[];
  /** Newest first. */
  terms: DefinitionTerm[];
}

/** A check of a scorecard. @public */
export interface ScorecardEntry {
  checkId: string;
  version: number;
  title: string;
  stage: Stage;
  requiredFor?: EarnedLevel;
  /** A lower level that requires it of some entities. */
  soonerFor?: EarnedLevel;
  /** Whether it waits for a source of facts. */
  isWaiting: boolean;
}

/** A scorecard in use, as its file says it. @public */
export interface ScorecardDetails {
  id: string;
  version: number;
  title: string;
  description?: string;
  appliesTo: { kind: string[]; type?: string[]; lifecycle?: string[] };
  /** The level to reach by `synchrony.io/criticality`. */
  targetByTier: Record<string, EarnedLevel>;
  /** For how many days a lost level is shown as at risk. */
  graceDays: number;
  checks: ScorecardEntry[];
  /** Newest first. */
  terms: DefinitionTerm[];
}

/** Names a version of a check or a scorecard. @public */
export interface DefinitionName {
  kind: 'check' | 'scorecard';
  id: string;
  version: number;
}

/** A file that proposes a check or a scorecard, and is evaluated for nobody. @public */
export interface DraftInfo extends DefinitionName {
  title: string;
  file: string;
  /** The version in use that it would take the place of. */
  replaces?: number;
}

/** Answer of `GET /definitions/details`. @public */
export interface DefinitionDetails {
  /** By title. */
  scorecards: ScorecardDetails[];
  /** By stage, then by id. */
  checks: CheckInfo[];
  /** Those without a fault; none for those who do not manage definitions. */
  drafts: DraftInfo[];
}
