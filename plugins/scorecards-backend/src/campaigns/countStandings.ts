import {
  CampaignCounts,
  Standing,
  STANDINGS,
} from '@synchrony/backstage-plugin-scorecards-common';

/** Counts from numbers per standing. */
export function toCounts(standings: Record<Standing, number>): CampaignCounts {
  const total = STANDINGS.reduce((sum, each) => sum + standings[each], 0);
  const counted = total - standings.not_applicable;
  return {
    total,
    standings,
    counted,
    ...(counted > 0 && { passedPct: (100 * standings.passed) / counted }),
  };
}

/**
 * How a set of entities stands. Exempt entities stay in what passed is a share
 * of, so that no exemption makes a campaign look further than it is (ADR 17).
 */
export function countStandings(
  rows: readonly { standing: Standing }[],
): CampaignCounts {
  const standings = Object.fromEntries(
    STANDINGS.map(standing => [standing, 0]),
  ) as Record<Standing, number>;
  for (const { standing } of rows) {
    standings[standing] += 1;
  }
  return toCounts(standings);
}

/** Rows by a key, each with its counts, largest first. */
export function countBy<T extends { standing: Standing }>(
  rows: readonly T[],
  keyOf: (row: T) => string | undefined,
): (CampaignCounts & { ref?: string })[] {
  const groups = new Map<string | undefined, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) {
      group.push(row);
    } else {
      groups.set(key, [row]);
    }
  }
  return [...groups]
    .map(([ref, members]) => ({
      ...(ref !== undefined && { ref }),
      ...countStandings(members),
    }))
    .sort(
      (a, b) => b.total - a.total || ((a.ref ?? '') < (b.ref ?? '') ? -1 : 1),
    );
}
