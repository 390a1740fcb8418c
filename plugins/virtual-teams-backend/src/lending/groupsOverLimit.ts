import { AllocationWarning } from '@synchrony/backstage-plugin-virtual-teams-common';

/**
 * Groups that give more than all their people together agreed to. A group whose
 * people the catalog does not know is left out: nothing can be said of it.
 *
 * @param limitPct - what one person may give
 */
export function groupsOverLimit(
  shares: readonly { groupRef: string; totalPct: number; teams: number }[],
  headcounts: ReadonlyMap<string, number>,
  limitPct: number,
): AllocationWarning[] {
  return shares.flatMap(({ groupRef, teams, totalPct }) => {
    const agreed = (headcounts.get(groupRef) ?? 0) * limitPct;
    return agreed > 0 && totalPct > agreed
      ? [{ ref: groupRef, totalPct, limitPct: agreed, teams }]
      : [];
  });
}
