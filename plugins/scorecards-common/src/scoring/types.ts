import { EarnedLevel, Effort, Level, Outcome, Stage } from '../types';

/** A check with its outcome, as far as scoring looks at it. @public */
export interface ScoredCheck {
  id: string;
  stage: Stage;
  weight: number;
  requiredFor?: EarnedLevel;
  waivable: boolean;
  effort: Effort;
  outcome: Outcome;
  /**
   * Whether a waiver still stands although the outcome is unknown. It keeps
   * from the level that allows none, as it did while the outcome was known.
   */
  isUnderWaiver?: boolean;
  /** How much of a pass it is, 0 to 1; 1 when absent. */
  value?: number;
}

/** Points, 0 to 100, not rounded. @public */
export interface Points {
  /** What is proven. */
  low: number;
  /** What it would be if everything unknown passed. */
  high: number;
  /** How much of the weight is known. */
  evidencePct: number;
}

/** Result of scoring. @public */
export interface ScorecardScore {
  /** Undefined when no check applies. */
  points?: Points;
  level: Level;
  /** The next level that has requirements; undefined at the top. */
  nextLevel?: EarnedLevel;
  /** Active waivers among the applicable checks. */
  waivers: number;
  /**
   * 100 for each level below and at the own one, and the share of the next
   * level's weight that passes; undefined when unrated.
   */
  tieredPct?: number;
}

/** What stands between an entity and its next level. @public */
export interface NextLevelPlan<T extends ScoredCheck = ScoredCheck> {
  /** What to do, in this order. */
  steps: { check: T; gain: number }[];
  /** What it is once every step is done. */
  result: ScorecardScore;
}
