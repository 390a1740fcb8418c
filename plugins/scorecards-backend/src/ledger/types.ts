import {
  EarnedLevel,
  Level,
  Outcome,
  ScoredCheck,
  UnknownReason,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CheckDefinition, ScorecardDefinition } from '../definitions/types';

/** A version of a scorecard with the versions of its checks. */
export interface ResolvedScorecard {
  definition: ScorecardDefinition;
  /** In the order of the scorecard. */
  checks: {
    definition: CheckDefinition;
    requiredFor?: EarnedLevel;
    /** Where the catalog's facts require it for a lower level. */
    soonerFor?: EarnedLevel;
  }[];
}

/** A check as it stood. */
export interface LedgerCheck extends ScoredCheck {
  definition: CheckDefinition;
  outcome: Outcome;
  unknownReason?: UnknownReason;
  /** Whether outsiders see that it needs attention, and no more. */
  needsAttention?: boolean;
}

/** How an entity stood from a time on. */
export interface LedgerEntry {
  since: number;
  /** Absent when the scorecard did not cover the entity. */
  definition?: ScorecardDefinition;
  tier?: string;
  /** The level that was shown; it may be one that was just lost, and is held. */
  level?: Level;
  checks: LedgerCheck[];
}

/** An entry as it is stored. */
export interface LedgerRow {
  scorecard_id: string;
  scorecard_version: number;
  since: number;
  ended_at: number | null;
  outcomes: string;
  tier: string | null;
  level: Level;
}
