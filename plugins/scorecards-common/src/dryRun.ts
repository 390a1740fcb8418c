import { DefinitionDetails, DefinitionName } from './definitions';
import { DefinitionProblem, Level } from './types';

/** Definitions as somebody is about to propose them. @public */
export type DryRunRequest =
  | {
      /** Checks and scorecards in YAML, several documents if need be. */
      text: string;
    }
  | {
      /** A draft that is kept in a file, with the drafts of checks that it names. */
      draft: DefinitionName;
    };

/** An entity that would stand at another level. @public */
export interface DryRunChange {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  /** Absent when the scorecard does not cover it now. */
  from?: Level;
  /** Absent when it would not cover it any more. */
  to?: Level;
  /** Required checks that keep it from the next level, by title. */
  blockedBy: string[];
}

/** What a scorecard would make of today's facts. @public */
export interface DryRunScorecard {
  id: string;
  version: number;
  title: string;
  /** Absent for one that is new. */
  activeVersion?: number;
  /** Entities that it would cover. */
  entities: number;
  /** Entities at each level now, and as they would be. */
  before: Record<Level, number>;
  after: Record<Level, number>;
  raised: number;
  lowered: number;
  /** Would reach their target, of those that would have one. */
  target: { met: number; total: number };
  /** Lowered first; at most 500. */
  changes: DryRunChange[];
  /** True when there are more changes than are listed. */
  isCut?: boolean;
}

/**
 * Answer of `POST /definitions/dry-run`. Nothing is stored by it, and days of
 * grace are left out: it shows where entities would end.
 *
 * @public
 */
export interface DryRun {
  scorecards: DryRunScorecard[];
  /** With any of these, nothing was evaluated. */
  problems: DefinitionProblem[];
  /**
   * Entities that would be covered and are in no number, since the caller may not see what stands
   * behind their scores.
   */
  withheld?: number;
  /** ISO 8601, UTC. */
  asOf: string;
}

/** Reading definitions, and trying them out. @public */
export interface DefinitionsApi {
  /** `GET /definitions/details` */
  getDefinitionDetails(): Promise<DefinitionDetails>;
  /** `POST /definitions/dry-run` */
  dryRun(request: DryRunRequest): Promise<DryRun>;
}
