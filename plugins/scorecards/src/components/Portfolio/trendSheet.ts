import {
  LEVELS,
  RollupHistory,
} from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel } from '@synchrony/ui';

/** Snapshots by day, oldest first, as a sheet. */
export function trendSheet({
  points,
  scorecardId,
}: RollupHistory): (string | number)[][] {
  const tiers = [
    ...new Set(points.flatMap(point => point.tiers.map(({ tier }) => tier))),
  ].sort();
  return [
    [
      'Day',
      'Scorecard',
      'Version',
      'Components',
      ...LEVELS.map(levelLabel),
      ...tiers.flatMap(tier => [`${tier} at target`, `${tier} with target`]),
    ],
    ...points.map(point => [
      point.day,
      scorecardId,
      point.scorecardVersion,
      point.total,
      ...LEVELS.map(level => point.levels[level]),
      ...tiers.flatMap(tier => {
        const target = point.tiers.find(each => each.tier === tier)?.target;
        return [target?.met ?? '', target?.total ?? ''];
      }),
    ]),
  ];
}
