import {
  CoverageState,
  TierCoverage,
} from '@synchrony/backstage-plugin-champions-common';

/** Components of a tier that are in the same state. */
export interface CountedComponents {
  /** As the catalog says it; null where it does not. */
  tier: string | null;
  state: CoverageState;
  count: number;
}

/** For components whose tier the catalog does not tell. */
export const NO_TIER = 'none';

const WEIGHTS: Record<string, number> = {
  'tier-1': 8,
  'tier-2': 4,
  'tier-3': 2,
  'tier-4': 1,
};
const LEAST_WEIGHT = 1;

const FIELDS: Record<CoverageState, Exclude<keyof TierCoverage, 'tier'>> = {
  covered: 'covered',
  covered_thin: 'thin',
  at_risk: 'atRisk',
  uncovered: 'uncovered',
};

/** Components by tier and state, the tier that matters most first. */
export function coverageByTier(
  rows: readonly CountedComponents[],
): TierCoverage[] {
  const tiers = new Map<string, TierCoverage>();
  for (const { count, state, tier } of rows) {
    const name = tier ?? NO_TIER;
    const row = tiers.get(name) ?? {
      tier: name,
      covered: 0,
      thin: 0,
      atRisk: 0,
      uncovered: 0,
    };
    row[FIELDS[state]] += count;
    tiers.set(name, row);
  }
  const rank = ({ tier }: TierCoverage) => (tier === NO_TIER ? '~' : tier);
  return [...tiers.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/**
 * Share of the weights of components that are covered, thinly too, in percent.
 * A tier 1 component weighs 8, then 4, 2 and 1; another, or one without a tier,
 * weighs 1. Nothing to cover has no share.
 */
export function riskWeightedPct(
  tiers: readonly TierCoverage[],
): number | undefined {
  let covered = 0;
  let all = 0;
  for (const row of tiers) {
    const weight = WEIGHTS[row.tier] ?? LEAST_WEIGHT;
    covered += weight * (row.covered + row.thin);
    all += weight * (row.covered + row.thin + row.atRisk + row.uncovered);
  }
  return all === 0 ? undefined : (100 * covered) / all;
}
