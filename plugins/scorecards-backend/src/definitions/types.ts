import { HumanDuration } from '@backstage/types';
import {
  CheckActor,
  CheckView,
  EarnedLevel,
  Effort,
  Stage,
  UnknownReason,
  WeightWord,
} from '@synchrony/backstage-plugin-scorecards-common';

/** A check as its YAML file says it. */
export interface CheckDefinition {
  kind: 'check';
  id: string;
  version: number;
  title: string;
  stage: Stage;
  weight: WeightWord;
  effort: Effort;
  /** Who can act on it; the team that owns the entity when absent. */
  actor?: CheckActor;
  waivable: boolean;
  sensitive?: boolean;
  rationale: string;
  /** What to do, one sentence; the step of a plan. */
  action: string;
  /** How to fix it, Markdown. */
  remediation: string;
  /**
   * Sources that the rules read and that need not be there. Until one of them
   * was registered the check waits for it, and counts for nobody.
   */
  needs?: string[];
  appliesWhen?: string;
  notApplicableBecause?: string;
  /** Said when a source has nothing about the entity. */
  noDataBecause: string;
  /** What to do then, instead of `action`. */
  noDataAction?: string;
  unknownWhen?: {
    when: string;
    reason: UnknownReason;
    because: string;
    /** What to do then, instead of `action`. */
    action?: string;
  }[];
  passWhen: string;
  passBecause: string;
  failBecause: string;
  /** Facts to show besides those that the rules read. */
  evidence?: string[];
  evidenceAt?: string;
  staleAt?: string;
  rows?: CheckView['rows'];
}

/** A scorecard as its YAML file says it. */
export interface ScorecardDefinition {
  kind: 'scorecard';
  id: string;
  version: number;
  title: string;
  description?: string;
  appliesTo: { kind: string[]; type?: string[]; lifecycle?: string[] };
  targetByTier: Record<string, EarnedLevel>;
  /**
   * For how many days a level that is lost is still shown, as at risk; 0 when
   * absent. One that a critical check takes away is lost at once.
   */
  graceDays?: number;
  checks: {
    check: string;
    requiredFor?: EarnedLevel;
    /** A lower level that requires it of some entities, by a catalog rule. */
    sooner?: { when: string; requiredFor: EarnedLevel };
  }[];
}

/** A source that other systems push facts to, as its YAML file says it. */
export interface SourceDefinition {
  kind: 'source';
  id: string;
  version: number;
  title: string;
  description?: string;
  /** For how long an observation counts. */
  validFor: HumanDuration;
  /** What else than the facts themselves it takes, see `formats.ts`. */
  format?: PushFormat;
  /** JSON Schema of the facts of one entity. */
  schema: Record<string, unknown>;
}

/** Outputs of tools that are taken as they are. */
export const PUSH_FORMATS = ['openssf-scorecard-json'] as const;

export type PushFormat = (typeof PUSH_FORMATS)[number];

export type Definition =
  CheckDefinition | ScorecardDefinition | SourceDefinition;

/** `id@version`, as a scorecard names a check. */
export function nameOf(definition: { id: string; version: number }): string {
  return `${definition.id}@${definition.version}`;
}
