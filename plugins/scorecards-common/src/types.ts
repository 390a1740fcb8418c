/** Stages of the lifecycle, in order. @public */
export const STAGES = [
  'plan',
  'design',
  'code',
  'build',
  'test',
  'release',
  'deploy',
  'operate',
] as const;

/** @public */
export type Stage = (typeof STAGES)[number];

/** Levels that are earned, lowest first. @public */
export const EARNED_LEVELS = ['bronze', 'silver', 'gold', 'platinum'] as const;

/** @public */
export type EarnedLevel = (typeof EARNED_LEVELS)[number];

/** All levels, lowest first. @public */
export const LEVELS = ['unrated', 'none', ...EARNED_LEVELS] as const;

/** @public */
export type Level = (typeof LEVELS)[number];

/** @public */
export const OUTCOMES = [
  'pass',
  'fail',
  'unknown',
  'not_applicable',
  'waived',
] as const;

/** @public */
export type Outcome = (typeof OUTCOMES)[number];

/** Why an outcome is unknown. @public */
export type UnknownReason = 'no_data' | 'stale' | 'error' | 'forbidden';

/** Weights as words; their numbers are OpenSSF Scorecard's. @public */
export const WEIGHTS = {
  critical: 10,
  high: 7.5,
  medium: 5,
  low: 2.5,
} as const;

/** @public */
export type WeightWord = keyof typeof WEIGHTS;

/** @public */
export type Effort = 'S' | 'M' | 'L';

/** Who can do something about a check. @public */
export const CHECK_ACTORS = ['team', 'platform', 'appsec'] as const;

/** The team that owns the entity, the platform team or AppSec. @public */
export type CheckActor = (typeof CHECK_ACTORS)[number];

/** A value that a rule read, kept as evidence. @public */
export interface EvidenceItem {
  /** Path of the fact, e.g. `ingestion.coverage.sast.tool`. */
  fact: string;
  /** The title that the source gives the fact. */
  title: string;
  value: string | number | boolean | null;
}

/** One check of an entity's scorecard, as a viewer may see it. @public */
export interface CheckView {
  id: string;
  title: string;
  stage: Stage;
  outcome: Outcome;
  weight: number;
  weightWord: WeightWord;
  requiredFor?: EarnedLevel;
  waivable: boolean;
  /** Marked as sensitive by its definition. */
  sensitive?: boolean;
  /**
   * Set for a sensitive check that does not pass, when the viewer may not see
   * what stands behind it. Whether it fails, is waived or is not known at all
   * stays hidden: `outcome` is `fail` then, whatever it is, and is to be shown
   * as "needs attention". The score range and the evidence share of the
   * viewer's scorecard are computed from the same outcomes, so that the hidden
   * one can't be computed back from them.
   */
  needsAttention?: boolean;
  /** True when the viewer may not see what stands behind the outcome. */
  redacted: boolean;
  /** Set when `outcome` is `unknown` and evidence is visible. */
  unknownReason?: UnknownReason;
  /** One sentence; absent when redacted. */
  reason?: string;
  /** Absent when redacted. */
  evidence?: EvidenceItem[];
  evidenceAt?: string;
  staleAt?: string;
  /** Until when a waiver of the check holds; absent when redacted. */
  waivedUntil?: string;
  /** Points that passing would add, 0 for a pass; absent when redacted. */
  gain?: number;
  /** How to fix it, Markdown, one to three sentences. */
  remediation: string;
  rationale: string;
  effort: Effort;
  /** Who can act on it; the team that owns the entity when absent. */
  actor?: CheckActor;
  /** Since when the outcome holds. */
  since?: string;
  /** Where the rows behind it are: findings of these types and severities, or a catalog field. */
  rows?:
    | {
        kind: 'findings';
        type?: string[];
        severity?: string[];
        overdue?: boolean;
      }
    | { kind: 'coverage'; controlType: string }
    | { kind: 'catalog' };
}

/**
 * A check that nobody can measure yet, because a source of facts that it needs
 * was never registered. It counts neither for points nor for levels.
 *
 * @public
 */
export interface WaitingCheckView {
  id: string;
  title: string;
  stage: Stage;
  weightWord: WeightWord;
  requiredFor?: EarnedLevel;
  /** Ids of the sources. */
  waitingFor: string[];
  rationale: string;
  /** What will be asked for, Markdown. */
  remediation: string;
}

/** @public */
export interface StageView {
  stage: Stage;
  /** Undefined when no check of the stage applies, or when redacted. */
  scoreLow?: number;
  scoreHigh?: number;
  /** Outcomes of the applicable checks, in the order of the scorecard. */
  outcomes: Outcome[];
}

/** A step of the plan to the next level. @public */
export interface PlanStep {
  checkId: string;
  title: string;
  outcome: Outcome;
  /** What to do, one sentence. */
  action: string;
  effort: Effort;
  /** Who can take the step; the team that owns the entity when absent. */
  actor?: CheckActor;
  /** Points gained. */
  gain: number;
}

/** Scorecard of an entity, as a viewer may see it. @public */
export interface ScorecardView {
  id: string;
  version: number;
  title: string;
  level: Level;
  /**
   * When the level is lost; set while its checks are not met any more and the
   * scorecard grants some days of grace.
   */
  atRiskUntil?: string;
  /** Active waivers that hold the level up. */
  waivers: number;
  nextLevel?: EarnedLevel;
  targetLevel?: EarnedLevel;
  /** Score, 0 to 100; undefined when no check applies. */
  scoreLow?: number;
  scoreHigh?: number;
  /**
   * 0 to 100; undefined when no check applies, or when redacted and unrated.
   */
  evidencePct?: number;
  stages: StageView[];
  checks: CheckView[];
  /** Checks that apply and wait for a source of facts; in no sum. */
  waiting?: WaitingCheckView[];
  /** Required checks of the next level and how many are met; undefined when redacted. */
  nextLevelProgress?: { met: number; waived: number; required: number };
  /** Absent when the viewer may not see evidence. */
  plan?: PlanStep[];
  /** Level and score once every step of the plan is done. */
  planResult?: { level: Level; scoreLow: number; waivers: number };
  /** Whether evidence, reasons and plan are withheld from the viewer. */
  redacted: boolean;
  computedAt: string;
}

/** Answer of `GET /entities/{namespace}/{kind}/{name}`. @public */
export interface EntityScorecards {
  entityRef: string;
  scorecards: ScorecardView[];
  /** Why there is none, when there is none, in words for people. */
  notApplicableBecause?: string;
}

/** What stands in the way of the next level. @public */
export interface BlockingCheck {
  checkId: string;
  title: string;
  outcome: Outcome;
}

/** A row of the list of entities. @public */
export interface EntityScoreRow {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  systemRef?: string;
  /** `synchrony.io/criticality`, e.g. `tier-1`. */
  tier?: string;
  type?: string;
  lifecycle?: string;
  scorecardId: string;
  level: Level;
  targetLevel?: EarnedLevel;
  /** Undefined at the top. */
  nextLevel?: EarnedLevel;
  /** Steps of the plan to the next level; absent when the viewer may not see evidence. */
  planSteps?: number;
  /**
   * The cheapest check that the next level requires and that is not met; absent
   * at the top, and when the viewer may not see evidence.
   */
  blocking?: BlockingCheck;
  waivers: number;
  scoreLow?: number;
  scoreHigh?: number;
  evidencePct?: number;
  computedAt: string;
}

/** @public */
export const ENTITY_SCORE_ORDERS = [
  'worst',
  'best',
  'name',
  'evidence',
] as const;

/** @public */
export type EntityScoreOrder = (typeof ENTITY_SCORE_ORDERS)[number];

/** @public */
export interface EntityScoresQuery {
  scorecard?: string;
  level?: Level[];
  /** A group or user ref; repeated values are alternatives. */
  ownedBy?: string[];
  system?: string;
  tier?: string[];
  /** A group with its child groups, a system or a domain. */
  within?: string;
  /** Only those that reach their target, or those that do not. */
  target?: 'met' | 'missed';
  /** Only those with a check of this stage and {@link EntityScoresQuery.outcome}. */
  stage?: Stage;
  /** Of any check of the stage; any outcome when absent. */
  outcome?: 'pass' | 'fail' | 'unknown' | 'waived';
  /** Prefix of the entity's name. */
  q?: string;
  orderBy?: EntityScoreOrder;
  cursor?: string;
  limit?: number;
}

/** @public */
export interface EntityScoresPage {
  items: EntityScoreRow[];
  totalItems: number;
  totalIsLowerBound?: boolean;
  /** Rows per level under the same filter without `level`. */
  levels: Record<Level, number>;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}

/** A definition file that could not be used. @public */
export interface DefinitionProblem {
  file: string;
  /** From 1. */
  line?: number;
  /** From 1; within a rule, the place in it where that can be told. */
  column?: number;
  /** The field, dotted, e.g. `checks.0.requiredFor`. */
  path?: string;
  message: string;
  /** What should stand there, in a few words. */
  expected?: string;
  /** Where in the rule, in characters from 1, when the fault is in one. */
  ruleColumn?: number;
}

/** A scorecard that is active. @public */
export interface ScorecardInfo {
  id: string;
  version: number;
  title: string;
  description?: string;
  checkCount: number;
  /** Sources that some of its checks wait for. */
  waitingFor?: string[];
}

/** Answer of `GET /definitions`. @public */
export interface ScorecardDefinitions {
  scorecards: ScorecardInfo[];
  /** Files that were left aside; the last good version stays active. */
  problems: DefinitionProblem[];
  /** How many problems there are, where only those who manage them are told which. */
  withheldProblems?: number;
  /** Whether the caller may try definitions out. */
  manageable: boolean;
}

/**
 * The catalog label that has the level of an entity, where the catalog's module
 * of Synchrony is installed.
 *
 * @public
 */
export const SECURITY_LEVEL_LABEL = 'synchrony.io/security-level';
