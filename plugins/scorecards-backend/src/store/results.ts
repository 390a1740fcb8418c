import {
  Level,
  Outcome,
  UnknownReason,
} from '@synchrony/backstage-plugin-scorecards-common';
import { StageWeights } from '../rollups/stageWeights';
import { StoredNotice } from '../notices/noticeOf';

/** An outcome and since when it holds. */
export interface StoredCheckResult {
  entity_ref: string;
  check_id: string;
  since: number;
  /** 1 for the first outcome that the check had. */
  is_first: number;
  check_version: number;
  outcome: Outcome;
  unknown_reason: UnknownReason | null;
  reason: string;
  evidence: string;
  recorded_at: number;
}

/** What is compared of an outcome that holds. */
export type StandingCheck = Omit<
  StoredCheckResult,
  'reason' | 'evidence' | 'recorded_at'
>;

/** An outcome that holds no more. */
export type EndedCheck = StandingCheck & { until: number };

/** An outcome of any time; `until` is null while it holds. */
export type StoredInterval = StoredCheckResult & { until: number | null };

/** Where an entity stands in one scorecard. */
export interface StoredScore extends StageWeights {
  scorecard_id: string;
  entity_ref: string;
  scorecard_version: number;
  name: string;
  title: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  tier: string | null;
  type: string | null;
  lifecycle: string | null;
  level: Level;
  level_rank: number;
  target_level: string | null;
  next_level: string | null;
  /** How many steps lead there; null when that was not computed yet. */
  plan_steps: number | null;
  waivers: number;
  public_waivers: number;
  score_low: number | null;
  score_high: number | null;
  evidence_pct: number | null;
  public_score_high: number | null;
  public_evidence_pct: number | null;
  sort_score: number;
  sort_evidence: number;
  /** One letter a check, in the order of the scorecard; null when not known. */
  outcomes: string | null;
  /** Since when it stands there. */
  since: number;
  /** 1 until it stood anywhere else. */
  is_first: number;
  computed_at: number;
  /** When what everybody may see of it changed last; null in rows of old. */
  public_computed_at: number | null;
  /** Levels that are being lost, since when, JSON; null when none is. */
  losing: string | null;
  /** When the level is lost; null while it is earned. */
  at_risk_until: number | null;
}

/** Which answers about an entity there are. */
export interface StoredViewHead {
  entity_ref: string;
  version: number;
  full_hash: string;
  public_hash: string;
  owner_ref: string | null;
}

/** The answers about an entity, packed. */
export interface StoredView extends StoredViewHead {
  full_answer: Buffer;
  public_answer: Buffer;
}

/** What is stored about some entities now. */
export interface CurrentResults {
  checks: StandingCheck[];
  scores: StoredScore[];
  views: StoredViewHead[];
}

/** What evaluating a batch of entities changes. */
export interface ResultChanges {
  /** Intervals that end, with their ends. */
  closedChecks: EndedCheck[];
  /** Each takes the place of the one that held. */
  openedChecks: StoredCheckResult[];
  scores: StoredScore[];
  /** Scores whose level or numbers changed. */
  history: StoredScore[];
  /** Scores whose place in history an earlier one takes. */
  replacedHistory: StoredScore[];
  /** Scores of scorecards that cover the entity no more. */
  endedHistory: { score: StoredScore; endedAt: number }[];
  /** Changes of level that people are told of. */
  notices: StoredNotice[];
  /** Entities and scorecards of whose changes nobody is told any more. */
  silencedNotices: { scorecard_id: string; entity_ref: string }[];
  /** An answer whose hash is that of the stored one is empty here. */
  views: StoredView[];
  removedScores: { scorecard_id: string; entity_ref: string }[];
  removedViews: string[];
}
