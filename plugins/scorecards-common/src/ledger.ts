import {
  EarnedLevel,
  EvidenceItem,
  Level,
  Outcome,
  ScorecardView,
  UnknownReason,
} from './types';

/**
 * Answer of `GET /entities/{namespace}/{kind}/{name}/scorecards/{id}/at`: a
 * scorecard as it was, rebuilt from what is stored.
 *
 * @public
 */
export interface ScorecardAt {
  entityRef: string;
  scorecardId: string;
  /** The moment that was asked about; ISO 8601. */
  time: string;
  /**
   * Since when it stood so; absent when nothing is known of the moment, and for
   * those who may not see evidence.
   */
  since?: string;
  /** Until when it stood so; absent while it does, and where `since` is. */
  until?: string;
  /**
   * Absent when the scorecard did not cover the entity, or nothing is known of
   * the moment. Reasons and evidence are those with which an outcome began.
   * Its `computedAt` is `since`, or the moment where that is withheld.
   */
  scorecard?: ScorecardView;
}

/** Why a score changes. @public */
export const SCORE_CAUSE_KINDS = [
  /** The scorecard began to cover the entity. */
  'covered',
  /** The scorecard covers the entity no more, or the entity is gone. */
  'uncovered',
  /** Another version of the scorecard came into use. */
  'definition_activated',
  'check_added',
  'check_removed',
  /** Rule, weight or level of a check is another one. */
  'check_changed',
  /** A rule over the catalog made a check apply, or not. */
  'applicability',
  'waiver_began',
  'waiver_ended',
  /** Evidence became too old to count. */
  'evidence_expired',
  'outcome',
  /** The criticality in the catalog, and with it the target. */
  'tier',
  /** A lost level is held for the days of grace, or they are over. */
  'grace',
  /** What the viewer may not see. */
  'withheld',
] as const;

/** @public */
export type ScoreCauseKind = (typeof SCORE_CAUSE_KINDS)[number];

/** A check before or after a change. @public */
export interface ScoreCauseSide {
  outcome: Outcome;
  /** Absent when redacted. */
  unknownReason?: UnknownReason;
  /** See {@link CheckView.needsAttention}. */
  needsAttention?: boolean;
  checkVersion: number;
  weight: number;
  requiredFor?: EarnedLevel;
  /** With which the outcome began; absent when redacted. */
  reason?: string;
  /** With which the outcome began; absent when redacted. */
  evidence?: EvidenceItem[];
}

/** One cause of a change, with its part in it. @public */
export interface ScoreCause {
  kind: ScoreCauseKind;
  /** ISO 8601; absent where only the difference of two moments is told. */
  at?: string;
  checkId?: string;
  title?: string;
  before?: ScoreCauseSide;
  after?: ScoreCauseSide;
  /** Version of the scorecard, or tier, before; for causes without a check. */
  was?: string;
  /** Version of the scorecard, or tier, after; for causes without a check. */
  is?: string;
  /** Its part, in tenths of a point. */
  scoreTenths: number;
  /** Its part, in steps of the order of levels. */
  levels: number;
}

/** Where an entity stood at one of the two moments. @public */
export interface ScoreStanding {
  time: string;
  /** Absent when the scorecard did not cover the entity. */
  level?: Level;
  scorecardVersion?: number;
  /** 0 without a score. */
  scoreTenths: number;
  targetLevel?: EarnedLevel;
}

/**
 * Answer of `GET /entities/{namespace}/{kind}/{name}/scorecards/{id}/changes`.
 * The parts of the causes add up to the difference of the two standings, in
 * tenths of a point and in levels.
 *
 * @public
 */
export interface ScoreChanges {
  entityRef: string;
  scorecardId: string;
  from: ScoreStanding;
  to: ScoreStanding;
  /** Oldest first. */
  causes: ScoreCause[];
  /** Whether only the two moments are compared, and not each step between. */
  isNet: boolean;
  redacted: boolean;
}

/** Two moments; ISO 8601. @public */
export interface ScoreChangesQuery {
  /** 30 days before `to` by default. */
  from?: string;
  /** Now by default. */
  to?: string;
}
