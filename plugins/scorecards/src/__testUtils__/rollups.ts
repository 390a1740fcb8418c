import {
  Level,
  LEVELS,
  Portfolio,
  RollupSummary,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';

function levelsOf(counts: Partial<Record<Level, number>>) {
  return Object.fromEntries(
    LEVELS.map(level => [level, counts[level] ?? 0]),
  ) as Record<Level, number>;
}

/** A set of tier-1 components with these levels; Code is partly unknown. */
export function summaryOf(
  counts: Partial<Record<Level, number>>,
  met = 0,
): RollupSummary {
  const levels = levelsOf(counts);
  const total = LEVELS.reduce((sum, level) => sum + levels[level], 0);
  const target = { met, total };
  return {
    total,
    levels,
    experimental: 0,
    target,
    tiers: total > 0 ? [{ tier: 'tier-1', total, levels, target }] : [],
    stages: STAGES.map(stage => ({
      stage,
      entities: stage === 'code' || stage === 'test' ? total : 0,
      pass: stage === 'code' ? 64 : 0,
      fail: stage === 'code' ? 14 : 0,
      unknown: stage === 'code' ? 20 : Number(stage === 'test') * 100,
      waived: stage === 'code' ? 2 : 0,
    })),
  };
}

/** A portfolio without anything. */
export function emptyPortfolio(): Omit<Portfolio, 'by'> {
  return {
    scorecardId: 'essentials',
    overall: summaryOf({}),
    rows: [],
    asOf: '2026-11-24T12:00:00Z',
  };
}
