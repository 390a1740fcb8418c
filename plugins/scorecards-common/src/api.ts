import { EntityHistory } from './history';
import { ScoreChanges, ScoreChangesQuery, ScorecardAt } from './ledger';
import {
  EntityRollup,
  LevelChanges,
  Portfolio,
  RollupDimension,
  RollupHistory,
} from './rollups';
import {
  EntityScorecards,
  EntityScoresPage,
  EntityScoresQuery,
  ScorecardDefinitions,
} from './types';

/**
 * Reading side of scorecards.
 *
 * @public
 */
export interface ScorecardsApi {
  /** `GET /entities/{namespace}/{kind}/{name}` */
  getEntityScorecards(entityRef: string): Promise<EntityScorecards>;
  /** `GET /entities` */
  getEntityScores(query: EntityScoresQuery): Promise<EntityScoresPage>;
  /** `GET /definitions` */
  getDefinitions(): Promise<ScorecardDefinitions>;
  /** `GET /entities/{namespace}/{kind}/{name}/history` */
  getEntityHistory(entityRef: string): Promise<EntityHistory>;
  /** `GET /entities/{namespace}/{kind}/{name}/scorecards/{id}/at` */
  getScorecardAt(
    entityRef: string,
    scorecardId: string,
    time: string,
  ): Promise<ScorecardAt>;
  /** `GET /entities/{namespace}/{kind}/{name}/scorecards/{id}/changes` */
  getScoreChanges(
    entityRef: string,
    scorecardId: string,
    query: ScoreChangesQuery,
  ): Promise<ScoreChanges>;
  /**
   * `GET /rollups/{namespace}/{kind}/{name}` of a group, system or domain;
   * by Essentials where no scorecard is named.
   */
  getEntityRollup(entityRef: string, scorecard?: string): Promise<EntityRollup>;
  /** `GET /rollups` */
  getPortfolio(by: RollupDimension, scorecard?: string): Promise<Portfolio>;
  /** `GET /rollups/level-changes`: who rose or fell in a week */
  getLevelChanges(scorecard?: string): Promise<LevelChanges>;
  /** `GET /rollups/{namespace}/{kind}/{name}/history`, or of all */
  getRollupHistory(
    entityRef?: string,
    scorecard?: string,
  ): Promise<RollupHistory>;
}

/** Id of the scorecard that counts where none is named. @public */
export const DEFAULT_SCORECARD = 'essentials';

/** The signal channel on which scorecards says that something changed. @public */
export const SCORECARDS_SIGNAL_CHANNEL = 'scorecards';

/**
 * Message on {@link SCORECARDS_SIGNAL_CHANNEL}. Everybody who is signed in gets
 * it, whatever they may see of the catalog, so it names no entity.
 *
 * @public
 */
export type ScorecardsSignal = {
  /** {@link signalBucketOf} of the entities whose public answer changed. */
  buckets: number[];
};

const SIGNAL_BUCKETS = 256;

/**
 * One of a few numbers for an entity; many entities share each.
 *
 * @public
 */
export function signalBucketOf(entityRef: string): number {
  let hash = 0x811c9dc5;
  for (const letter of entityRef.toLowerCase()) {
    hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  }
  return (hash >>> 0) % SIGNAL_BUCKETS;
}

/**
 * Whether a {@link ScorecardsSignal} may be about an entity.
 *
 * @public
 */
export function mayConcern(
  message: { buckets?: unknown },
  entityRef: string,
): boolean {
  return (
    Array.isArray(message.buckets) &&
    message.buckets.includes(signalBucketOf(entityRef))
  );
}
