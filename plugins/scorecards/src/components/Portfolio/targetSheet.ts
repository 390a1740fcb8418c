import {
  LEVELS,
  TierSummary,
} from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel } from '@synchrony/ui';

/** Tiers with their targets and levels, as a sheet. */
export function targetSheet(
  tiers: readonly TierSummary[],
  asOf: string,
): (string | number)[][] {
  return [
    [
      'Tier',
      'As of',
      'Components',
      'At target',
      'With target',
      ...LEVELS.map(levelLabel),
    ],
    ...tiers.map(({ levels, target, tier, total }) => [
      tier ?? 'no tier',
      asOf,
      total,
      target.met,
      target.total,
      ...LEVELS.map(level => levels[level]),
    ]),
  ];
}
