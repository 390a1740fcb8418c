import { emptyPortfolio } from './rollups';
import {
  EntityHistory,
  EntityRollup,
  EntityScorecards,
  EntityScoreRow,
  EntityScoresPage,
  EntityScoresQuery,
  LevelChanges,
  Level,
  LEVELS,
  Portfolio,
  RollupDimension,
  RollupHistory,
  ScorecardAt,
  ScoreChanges,
  ScoreChangesQuery,
  ScorecardDefinitions,
  ScorecardsApi,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';

/** Rows per level. */
function countLevels(rows: EntityScoreRow[]): Record<Level, number> {
  const counts = Object.fromEntries(LEVELS.map(level => [level, 0])) as Record<
    Level,
    number
  >;
  for (const row of rows) {
    counts[row.level] += 1;
  }
  return counts;
}

/** Answers from memory; every answer can be changed on the way. */
export class FakeScorecardsApi implements ScorecardsApi {
  readonly scorecards = new Map<string, ScorecardView[]>();
  readonly queries: EntityScoresQuery[] = [];
  rows: EntityScoreRow[] = [];
  definitions: ScorecardDefinitions = {
    scorecards: [],
    problems: [],
    manageable: false,
  };
  portfolio: Omit<Portfolio, 'by'> = emptyPortfolio();
  readonly portfolioQueries: [RollupDimension, string | undefined][] = [];
  levelChanges: Pick<LevelChanges, 'fell' | 'rose'> = { fell: [], rose: [] };
  rollup?: EntityRollup;
  scoreHistory: EntityHistory['scores'] = [];
  changes?: Pick<ScoreChanges, 'from' | 'to' | 'causes'> &
    Partial<ScoreChanges>;
  readonly changesQueries: ScoreChangesQuery[] = [];
  checkHistory: EntityHistory['checks'] = [];
  history: RollupHistory = { scorecardId: 'essentials', points: [] };
  notApplicableBecause?: string;
  error?: Error;

  async getEntityScorecards(entityRef: string): Promise<EntityScorecards> {
    this.#failWhenAsked();
    const scorecards = this.scorecards.get(entityRef) ?? [];
    return {
      entityRef,
      scorecards,
      ...(scorecards.length === 0 && {
        notApplicableBecause: this.notApplicableBecause,
      }),
    };
  }

  async getEntityScores(query: EntityScoresQuery): Promise<EntityScoresPage> {
    this.queries.push(query);
    this.#failWhenAsked();
    const { ownedBy, level, q = '', limit = 25, cursor } = query;
    const inScope = this.rows.filter(
      row =>
        (!ownedBy || ownedBy.includes(row.ownerRef ?? '')) &&
        row.entityRef.includes(`/${q}`),
    );
    const items = inScope.filter(row => !level || level.includes(row.level));
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return {
      items: items.slice(start, end),
      totalItems: items.length,
      levels: countLevels(inScope),
      pageInfo: {
        ...(end < items.length && { nextCursor: String(end) }),
        ...(start > 0 && { prevCursor: String(Math.max(0, start - limit)) }),
      },
    };
  }

  async getDefinitions(): Promise<ScorecardDefinitions> {
    this.#failWhenAsked();
    return this.definitions;
  }

  async getPortfolio(
    by: RollupDimension,
    scorecard?: string,
  ): Promise<Portfolio> {
    this.portfolioQueries.push([by, scorecard]);
    this.#failWhenAsked();
    return { ...this.portfolio, by };
  }

  async getLevelChanges(scorecard = 'essentials'): Promise<LevelChanges> {
    this.#failWhenAsked();
    const { fell, rose } = this.levelChanges;
    return {
      scorecardId: scorecard,
      since: '2026-11-17T12:00:00Z',
      fell,
      rose,
      fellTotal: fell.length,
      roseTotal: rose.length,
      asOf: '2026-11-24T12:00:00Z',
    };
  }

  async getEntityHistory(entityRef: string): Promise<EntityHistory> {
    this.#failWhenAsked();
    return {
      entityRef,
      scores: this.scoreHistory,
      checks: this.checkHistory,
      redacted: false,
    };
  }

  async getScorecardAt(
    entityRef: string,
    scorecardId: string,
    time: string,
  ): Promise<ScorecardAt> {
    this.#failWhenAsked();
    const scorecard = this.scorecards
      .get(entityRef)
      ?.find(({ id }) => id === scorecardId);
    return { entityRef, scorecardId, time, scorecard };
  }

  async getScoreChanges(
    entityRef: string,
    scorecardId: string,
    query: ScoreChangesQuery,
  ): Promise<ScoreChanges> {
    this.changesQueries.push(query);
    this.#failWhenAsked();
    if (!this.changes) {
      throw new Error('No changes');
    }
    return {
      entityRef,
      scorecardId,
      isNet: false,
      redacted: false,
      ...this.changes,
    };
  }

  async getEntityRollup(): Promise<EntityRollup> {
    this.#failWhenAsked();
    if (!this.rollup) {
      throw new Error('No roll-up');
    }
    return this.rollup;
  }

  async getRollupHistory(): Promise<RollupHistory> {
    this.#failWhenAsked();
    return this.history;
  }

  #failWhenAsked() {
    if (this.error) {
      throw this.error;
    }
  }
}
