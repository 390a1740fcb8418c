import {
  Level,
  LEVELS,
  RollupSummary,
  Stage,
  STAGE_SHARES,
  STAGES,
  StageShares,
  TargetCount,
  TierSummary,
} from '@synchrony/backstage-plugin-scorecards-common';
import { StageColumn, stageColumn } from './stageWeights';

/** Entities that are alike, counted; one entity is a row with count 1. */
export interface AggregateRow {
  /** Owner or system, when summed by it. */
  key: string | null;
  level: Level;
  tier: string | null;
  /** 1 at or above the target, 0 below, null without one. */
  met: number | null;
  count: number;
  experimental: number;
  /** Weights of checks. */
  sums: Record<StageColumn, number>;
  /** Entities with an applicable check, by stage. */
  entities: Record<Stage, number>;
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

function levelsOf(rows: readonly AggregateRow[]): Record<Level, number> {
  return Object.fromEntries(
    LEVELS.map(level => [
      level,
      sumOf(
        rows.filter(row => row.level === level),
        row => row.count,
      ),
    ]),
  ) as Record<Level, number>;
}

function targetOf(rows: readonly AggregateRow[]): TargetCount {
  return {
    met: sumOf(rows, row => (row.met === 1 ? row.count : 0)),
    total: sumOf(rows, row => (row.met === null ? 0 : row.count)),
  };
}

function byTier(a: TierSummary, b: TierSummary): number {
  if (a.tier === undefined || b.tier === undefined) {
    return a.tier === b.tier ? 0 : Number(a.tier === undefined) * 2 - 1;
  }
  return a.tier.localeCompare(b.tier, 'en');
}

function tiersOf(rows: readonly AggregateRow[]): TierSummary[] {
  const tiers = [...new Set(rows.map(row => row.tier))];
  return tiers
    .map(tier => {
      const inTier = rows.filter(row => row.tier === tier);
      return {
        ...(tier !== null && { tier }),
        total: sumOf(inTier, row => row.count),
        levels: levelsOf(inTier),
        target: targetOf(inTier),
      };
    })
    .sort(byTier);
}

function stageOf(rows: readonly AggregateRow[], stage: Stage): StageShares {
  const weights = STAGE_SHARES.map(share =>
    sumOf(rows, row => row.sums[stageColumn(stage, share)]),
  );
  const total = sumOf(weights, weight => weight);
  const [pass, fail, unknown, waived] = weights.map(weight =>
    total === 0 ? 0 : (100 * weight) / total,
  );
  return {
    stage,
    entities: sumOf(rows, row => row.entities[stage]),
    pass,
    fail,
    unknown,
    waived,
  };
}

/** What a set of entities comes to. Counts only; levels are never averaged. */
export function summarise(rows: readonly AggregateRow[]): RollupSummary {
  return {
    total: sumOf(rows, row => row.count),
    levels: levelsOf(rows),
    experimental: sumOf(rows, row => row.experimental),
    target: targetOf(rows),
    tiers: tiersOf(rows),
    stages: STAGES.map(stage => stageOf(rows, stage)),
  };
}
