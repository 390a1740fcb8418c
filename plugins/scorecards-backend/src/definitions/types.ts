import {
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
  waivable: boolean;
  sensitive?: boolean;
  rationale: string;
  /** What to do, one sentence; the step of a plan. */
  action: string;
  /** How to fix it, Markdown. */
  remediation: string;
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
  checks: { check: string; requiredFor?: EarnedLevel }[];
}

export type Definition = CheckDefinition | ScorecardDefinition;

/** `id@version`, as a scorecard names a check. */
export function nameOf(definition: { id: string; version: number }): string {
  return `${definition.id}@${definition.version}`;
}
