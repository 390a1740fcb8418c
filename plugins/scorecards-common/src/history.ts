import { Level, Outcome, UnknownReason } from './types';

/** From when an entity stood where. @public */
export interface ScoreChange {
  scorecardId: string;
  scorecardVersion: number;
  /** ISO 8601. */
  since: string;
  level: Level;
  scoreLow?: number;
  /** Absent without the right to read evidence. */
  scoreHigh?: number;
  /** Absent without the right to read evidence. */
  evidencePct?: number;
}

/** How long an outcome of a check held. @public */
export interface CheckInterval {
  checkId: string;
  checkVersion: number;
  outcome: Outcome;
  unknownReason?: UnknownReason;
  /** ISO 8601. */
  since: string;
  /** Absent while it holds. */
  until?: string;
}

/**
 * Answer of `GET /entities/{namespace}/{kind}/{name}/history`: what held at any
 * time in the last year, oldest first.
 *
 * @public
 */
export interface EntityHistory {
  entityRef: string;
  scores: ScoreChange[];
  /** Absent without the right to read evidence. */
  checks?: CheckInterval[];
  /** Whether checks are withheld from the viewer. */
  redacted: boolean;
}
