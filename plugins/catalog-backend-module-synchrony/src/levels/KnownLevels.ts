import {
  Level,
  ScorecardsApi,
} from '@synchrony/backstage-plugin-scorecards-common';

/** As many levels are asked for at once. */
const ENTITIES_A_PAGE = 1000;

/** The levels of all entities on one scorecard, as they were when last asked. */
export class KnownLevels {
  readonly #scorecards: Pick<ScorecardsApi, 'getEntityScores'>;
  readonly #scorecard: string;
  #levels?: ReadonlyMap<string, Level>;

  constructor(options: {
    scorecards: Pick<ScorecardsApi, 'getEntityScores'>;
    scorecard: string;
  }) {
    this.#scorecards = options.scorecards;
    this.#scorecard = options.scorecard;
  }

  /** Undefined until they were read once. */
  get levels(): ReadonlyMap<string, Level> | undefined {
    return this.#levels;
  }

  /**
   * Reads them all; when that fails half way, what was known stays.
   *
   * @throws what asking scorecards fails with
   */
  async refresh(): Promise<void> {
    const levels = new Map<string, Level>();
    let cursor: string | undefined;
    do {
      const { items, pageInfo } = await this.#scorecards.getEntityScores({
        scorecard: this.#scorecard,
        orderBy: 'name',
        limit: ENTITIES_A_PAGE,
        cursor,
      });
      for (const { entityRef, level } of items) {
        levels.set(entityRef, level);
      }
      cursor = pageInfo.nextCursor;
    } while (cursor !== undefined);
    this.#levels = levels;
  }
}
