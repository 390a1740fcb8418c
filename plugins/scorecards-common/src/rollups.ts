import { EntityScoreRow, Level, Stage } from './types';

/** By what the portfolio is divided. @public */
export const ROLLUP_DIMENSIONS = ['platform', 'team', 'system'] as const;

/** @public */
export type RollupDimension = (typeof ROLLUP_DIMENSIONS)[number];

/** What becomes of the weight of a stage's checks. @public */
export const STAGE_SHARES = ['pass', 'fail', 'unknown', 'waived'] as const;

/** @public */
export type StageShare = (typeof STAGE_SHARES)[number];

/**
 * How the weight of a stage's applicable checks is divided, in percent; the
 * four shares add up to 100. A sensitive check that does not pass counts as
 * failed, whatever it is, as outsiders see it.
 *
 * @public
 */
export interface StageShares extends Record<StageShare, number> {
  stage: Stage;
  /** Entities that a check of the stage applies to; without any, all is 0. */
  entities: number;
}

/** Entities at or above their target, of those that have one. @public */
export interface TargetCount {
  met: number;
  total: number;
}

/** @public */
export interface TierSummary {
  /** `synchrony.io/criticality`; absent for entities without. */
  tier?: string;
  total: number;
  levels: Record<Level, number>;
  target: TargetCount;
}

/** Where a set of entities stands. @public */
export interface RollupSummary {
  total: number;
  levels: Record<Level, number>;
  /** Of the total, those with lifecycle `experimental`. */
  experimental: number;
  target: TargetCount;
  /** By name of the tier, those without a tier last. */
  tiers: TierSummary[];
  /** All eight stages in order. */
  stages: StageShares[];
}

/** Answer of `GET /rollups/{namespace}/{kind}/{name}`. @public */
export interface EntityRollup extends RollupSummary {
  entityRef: string;
  title: string;
  scorecardId: string;
  /** Lowest level of what is not experimental; absent without any. */
  weakestLevel?: Level;
  /** Lowest first, without what is experimental. */
  weakest: EntityScoreRow[];
  /** Medians of both ends of the score, 0 to 100, and of how many entities. */
  scoreMedian?: { low: number; high: number; entities: number };
  /** Set when there is more than was counted. */
  totalIsLowerBound?: boolean;
  /**
   * Set for a virtual team when what it works on can't be asked now; nothing
   * is counted then.
   */
  scopeUnknown?: boolean;
  /** ISO 8601. */
  asOf: string;
}

/** A row of the portfolio. @public */
export interface PortfolioRow extends RollupSummary {
  /** Absent for entities that belong to none, or to one that is not visible. */
  ref?: string;
  title?: string;
  /** Ref of the platform of a team; a platform's own; absent for others. */
  platformRef?: string;
}

/** Answer of `GET /rollups`. @public */
export interface Portfolio {
  scorecardId: string;
  by: RollupDimension;
  overall: RollupSummary;
  /** By title. */
  rows: PortfolioRow[];
  totalIsLowerBound?: boolean;
  /** ISO 8601. */
  asOf: string;
}

/** How a roll-up stood on a day. @public */
export interface RollupPoint {
  /** `YYYY-MM-DD`, in UTC. */
  day: string;
  /** A change of it explains a step: history is never restated. */
  scorecardVersion: number;
  /**
   * A virtual team worked on other entities than at the snapshot before, which
   * explains a step too.
   */
  scopeChanged?: boolean;
  total: number;
  levels: Record<Level, number>;
  tiers: { tier: string; target: TargetCount }[];
}

/** Answer of `GET /rollups/history`; a day without a point has no snapshot. @public */
export interface RollupHistory {
  scorecardId: string;
  points: RollupPoint[];
  /**
   * Set for callers who may see only some of the catalog: a snapshot counts
   * entities that they may not know of.
   */
  withheld?: boolean;
}

/** An entity that stands on another level than a week ago. @public */
export interface LevelChange {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  /** A week ago. */
  from: Level;
  /** Now. */
  to: Level;
}

/** Answer of `GET /rollups/level-changes`: who rose or fell in a week. @public */
export interface LevelChanges {
  scorecardId: string;
  /** ISO 8601: what is now is compared with what was then. */
  since: string;
  /** By name of the entity; at most 100, as `fell`. */
  rose: LevelChange[];
  fell: LevelChange[];
  roseTotal: number;
  fellTotal: number;
  /** True when there are more than 10,000, or more than that could be looked at. */
  totalIsLowerBound?: boolean;
  asOf: string;
}
