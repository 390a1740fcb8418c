import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  LevelChange,
  LevelChanges,
  levelRank,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CatalogVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { ChangedLevel, RollupStore } from '../store/RollupStore';
import { ScorecardsService } from './ScorecardsService';
import { seenScores } from './seenScores';

export interface LevelChangesServiceOptions {
  scorecards: ScorecardsService;
  catalog: CatalogVisibility;
  store: RollupStore;
  clock: () => Date;
}

const WEEK_MS = 7 * 24 * 60 * 60_000;
const MOST_COUNTED = 10_000;
const MOST_LISTED = 100;

function toChange(row: ChangedLevel): LevelChange {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    from: row.was,
    to: row.level,
  };
}

/** Who rose or fell in a week, of what a caller may see. Levels are open to all. */
export class LevelChangesService {
  readonly #options: LevelChangesServiceOptions;

  constructor(options: LevelChangesServiceOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    scorecard: string,
  ): Promise<LevelChanges> {
    const { catalog, clock, scorecards, store } = this.#options;
    const [, mode] = await Promise.all([
      scorecards.requireScores(credentials),
      catalog.mode(credentials),
    ]);
    const now = clock();
    const since = now.getTime() - WEEK_MS;
    const seen = await seenScores(
      this.#options,
      credentials,
      mode,
      { scorecard },
      [],
    );
    const found = await store.changedLevels(
      seen.filter,
      since,
      MOST_COUNTED + 1,
    );
    const changes = found.slice(0, MOST_COUNTED).map(toChange);
    const rose = changes.filter(
      ({ from, to }) => levelRank(to) > levelRank(from),
    );
    const fell = changes.filter(
      ({ from, to }) => levelRank(to) < levelRank(from),
    );
    return {
      scorecardId: scorecard,
      since: new Date(since).toISOString(),
      rose: rose.slice(0, MOST_LISTED),
      fell: fell.slice(0, MOST_LISTED),
      roseTotal: rose.length,
      fellTotal: fell.length,
      ...((seen.isLowerBound || found.length > MOST_COUNTED) && {
        totalIsLowerBound: true,
      }),
      asOf: now.toISOString(),
    };
  }
}
