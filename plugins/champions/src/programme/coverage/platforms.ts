import { ScopeCoverage } from '@synchrony/backstage-plugin-champions-common';
import { isCounted } from './teamLook';

/** Teams under the group that they stand under on the map. */
export interface Platform {
  ref?: string;
  teams: ScopeCoverage[];
}

/** Groups teams by platform, the one with the most components first. */
export function platformsOf(teams: ScopeCoverage[]): Platform[] {
  const byRef = new Map<string | undefined, ScopeCoverage[]>();
  for (const team of teams) {
    byRef.set(team.platformRef, [...(byRef.get(team.platformRef) ?? []), team]);
  }
  const size = (platform: Platform) =>
    platform.teams.reduce((sum, { components }) => sum + components, 0);
  return [...byRef]
    .map(([ref, own]) => ({ ref, teams: own }))
    .sort((a, b) => size(b) - size(a));
}

/** How many of the teams that need a champion have one: `4 of 6 teams`. */
export function shareText(teams: ScopeCoverage[]): string {
  const needed = teams.filter(isCounted);
  const led = needed.filter(
    ({ state }) => state === 'covered' || state === 'covered_thin',
  );
  return `${led.length} of ${needed.length} teams`;
}

/**
 * Turns components into areas. A cell must stay readable and must not push all
 * others aside, so areas stay within bounds around the median.
 */
export function weigher(teams: ScopeCoverage[]) {
  const sizes = teams.map(({ components }) => components).sort((a, b) => a - b);
  const median = Math.max(1, sizes[Math.floor(sizes.length / 2)] ?? 1);
  return ({ components }: ScopeCoverage): number =>
    Math.min(4, Math.max(0.55, components / median));
}
